namespace OpsBoard.Web.Screens;

/// <summary>The address of one page of each kind, for what must hold on all of them: contrast, keyboard, content policy, no foreign request.</summary>
public static class EveryPage
{
    public static readonly TheoryData<string> Addresses =
    [
        "/",
        "/wall/hainan",
        "/wall/hainan?theme=light",
        "/wall/hainan?views=lagging",
        "/wall/hainan?views=reviews&theme=light",
        "/wall/hainan?views=windows",
        "/wall/hainan/danzhou?views=grid",
        "/wall/hainan/sanya/taxation?views=windows",
        "/wall/hainan/haikou/housing",
        "/units/hainan",
        "/units/hainan/haikou/housing",
        "/units/hainan?sort=-overdue&row=hainan/haikou&metric=zero-trip-usage-items&range=12m",
        "/units/hainan?period=month",
        "/units/hainan?period=month&figure=hainan.satisfaction",
        "/units/hainan?figure=hainan/haikou.satisfaction",
        "/units/hainan?figure=hainan.indicator:on-time",
        "/units/hainan?figure=hainan.accepted&events=1",
        "/lagging/hainan",
        "/lagging/hainan?indicator=satisfaction-active&period=month",
        "/rankings/hainan",
        "/rankings/hainan?assessment=monthly",
        "/reviews/hainan",
        "/m/hainan",
        "/m/hainan/haikou/housing",
        "/table/hainan",
        "/table/hainan?sort=overdue&order=desc",
        "/units/no/such/unit",
        "/replay/hainan?at=2026-11-20T10:00",
        "/replay/hainan?at=2020-01-01T10:00",
        "/fleet",
        "/recount",
        "/sources",
        "/signin?back=/units/hainan&fault=wrong",
        "/account",
        "/pair/hainan",
        "/admin/devices",
        "/admin/people?fault=nametaken",
        "/admin/sources?fault=nametaken",
        "/admin/audit",
    ];
}
