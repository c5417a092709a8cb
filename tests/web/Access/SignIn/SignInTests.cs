using System.Net;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.People;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>How people come in, what they may see then, and how they go.</summary>
public sealed class SignInTests(ClosedProvince province) : IClassFixture<ClosedProvince>
{
    [Fact]
    public async Task A_page_leads_to_the_sign_in_and_from_there_back_to_itself()
    {
        using var visitor = new Visitor(province.Server);
        province.Server.Service<PersonRegistry>().Add("local", "back", Role.Leader, null);
        province.Server.Service<PersonRegistry>().ChoosePassword(province.Server.Service<PersonRegistry>().Find("back")!, Visitor.PasswordOf("back"));

        using var before = await visitor.Get("/units/hainan?period=month");
        var led = await visitor.SignIn("back", Visitor.PasswordOf("back"), "/units/hainan?period=month");

        Assert.Equal((HttpStatusCode.Redirect, "/signin?back=%2Funits%2Fhainan%3Fperiod%3Dmonth"), (before.StatusCode, before.Headers.Location?.ToString()));
        Assert.Equal("/units/hainan?period=month", led);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusOf(led));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task The_sign_in_leads_to_no_other_place(string back)
    {
        using var visitor = await Visitor.SignedIn(province.Server, $"local {back}", Role.Leader);

        Assert.Equal("/", await visitor.SignIn($"local {back}", Visitor.PasswordOf($"local {back}"), back));
        Assert.Contains("name=\"back\" value=\"/\"", await visitor.Page($"/signin?back={Uri.EscapeDataString(back)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike_and_stand_in_the_trail()
    {
        using var visitor = new Visitor(province.Server);
        province.Server.Service<PersonRegistry>().Add("local", "alike", Role.Leader, null);

        var (wrong, unknown) = (await visitor.SignIn("alike", "no password"), await visitor.SignIn("correct horse battery", "no password"));

        Assert.Equal("/signin?back=%2Faccount&fault=wrong", wrong);
        Assert.Equal(wrong, unknown);
        var id = province.Server.Service<PersonRegistry>().Find("alike")!.Principal.Id;
        var entries = province.Server.Service<AuditTrail>().Newest(2).Select(static entry => (entry.Action, entry.Target)).ToList();
        Assert.Equal([(AuditActions.SignInRefused, ""), (AuditActions.SignInRefused, id)], entries);
        Assert.DoesNotContain(province.Server.Service<AuditTrail>().Newest(100), static entry => entry.Detail.Contains("correct horse", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_with_his_initial_password_can_do_nothing_but_choose_another()
    {
        using var visitor = new Visitor(province.Server);
        var initial = province.Server.Service<PersonRegistry>().Add("local", "initial", Role.Leader, null)!;
        await visitor.SignIn("initial", initial);

        using var page = await visitor.Get("/units/hainan");
        var reading = await visitor.StatusOf("/api/v1/units/hainan");
        using var refused = await visitor.Post("/account/password", ("present", initial), ("chosen", "short"), ("again", "short"));
        using var changed = await visitor.Post("/account/password", ("present", initial), ("chosen", "three words and one"), ("again", "three words and one"));

        Assert.Equal("/account", page.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, reading);
        Assert.Equal("/account?fault=password", refused.Headers.Location?.ToString());
        Assert.Equal("/account?done=1", changed.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusOf("/units/hainan"));
    }

    [Fact]
    public async Task Whoever_signed_out_is_nobody_also_with_his_old_cookie()
    {
        using var visitor = await Visitor.SignedIn(province.Server, "leaving", Role.Leader);
        using var copy = new Visitor(province.Server);
        copy.Cookies.Add(visitor.Cookies.GetAllCookies());

        using var answer = await visitor.Post("/signout");

        Assert.Equal("/signin", answer.Headers.Location?.ToString());
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (await visitor.StatusOf("/"), await copy.StatusOf("/")));
    }

    [Fact]
    public async Task Forms_without_their_token_do_nothing()
    {
        using var visitor = await Visitor.SignedIn(province.Server, "tokenless", Role.Administrator);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = visitor.Cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(province.Server.Address) };
        var statuses = new List<HttpStatusCode>();
        foreach (var address in (string[])["/signout", "/admin/people/add", "/admin/people/end", "/admin/people/change", "/admin/people/password", "/admin/sources/add", "/admin/sources/change", "/admin/sources/rotate", "/admin/sources/revoke", "/admin/devices/approve", "/admin/devices/revoke"])
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "tokenless"), KeyValuePair.Create("number", "1")]);
            using var answer = await client.PostAsync(address, form);
            statuses.Add(answer.StatusCode);
        }

        Assert.All(statuses, static status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusOf("/admin/people"));
    }

    [Theory]
    [InlineData(Role.Leader, "hainan", "/units/hainan /reviews/hainan /table/hainan", "/fleet /admin/devices /admin/people /admin/audit")]
    [InlineData(Role.Operator, "hainan/haikou", "/units/hainan/haikou /fleet /admin/devices", "/units/hainan /units/hainan/sanya /admin/people /admin/audit /recount")]
    [InlineData(Role.Auditor, "hainan", "/units/hainan /admin/audit /admin/audit.csv", "/fleet /admin/devices /admin/people")]
    [InlineData(Role.Administrator, null, "/fleet /admin/devices /admin/devices.csv /admin/sources /admin/sources.csv /admin/people /admin/people.csv /admin/units /admin/units.csv /admin/targets /admin/targets.csv /admin/calendars /admin/calendars.csv /admin/audit", "/units/hainan /wall/hainan /m/hainan")]
    public async Task A_role_opens_its_own_pages_and_is_told_of_the_others_that_they_are_not_its(Role role, string? scope, string open, string closed)
    {
        using var visitor = await Visitor.SignedIn(province.Server, $"role {role}", role, scope);
        var statuses = new List<(string, HttpStatusCode)>();
        foreach (var address in open.Split(' ').Concat(closed.Split(' '))) statuses.Add((address, await visitor.StatusOf(address)));

        Assert.Equal([.. open.Split(' ').Select(static address => (address, HttpStatusCode.OK)), .. closed.Split(' ').Select(static address => (address, HttpStatusCode.Forbidden))], statuses);
        Assert.DoesNotContain(closed.Split(' ')[0], Links(await visitor.Page("/")));
    }

    [Fact]
    public async Task Another_scope_holds_with_the_next_request()
    {
        using var visitor = await Visitor.SignedIn(province.Server, "moved", Role.Operator, "hainan/haikou");
        var before = await visitor.StatusOf("/api/v1/units/hainan/sanya");

        province.Server.Service<PersonRegistry>().Change("local", "moved", Role.Operator, UnitPath.Parse("hainan/sanya"));
        province.Server.Service<AccessWatch>().Look();

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden), (before, await visitor.StatusOf("/api/v1/units/hainan/sanya"), await visitor.StatusOf("/api/v1/units/hainan/haikou")));
    }

    [Fact]
    public async Task An_administrator_adds_somebody_who_is_shown_his_password_once()
    {
        using var visitor = await Visitor.SignedIn(province.Server, "adds", Role.Administrator);

        using var answer = await visitor.Post("/admin/people/add", ("name", "added"), ("role", "Operator"), ("scope", "hainan/haikou"));
        var told = await answer.Content.ReadAsStringAsync();
        var taken = await visitor.Post("/admin/people/add", ("name", "ADDED"), ("role", "Operator"), ("scope", ""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("<code class=\"secret\">[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}</code>", told);
        Assert.DoesNotContain("class=\"secret\"", await visitor.Page("/admin/people"), StringComparison.Ordinal);
        Assert.Equal("/admin/people?fault=nametaken", taken.Headers.Location?.ToString());
        Assert.Equal(province.Server.Service<PersonRegistry>().Find("adds")!.Principal.Id, province.Server.Service<AuditTrail>().Newest(50).First(static entry => entry.Detail.StartsWith("added,", StringComparison.Ordinal)).Actor);
    }

    private static string[] Links(string page) => [.. page.Split("href=\"").Skip(1).Select(static part => part[..part.IndexOf('"', StringComparison.Ordinal)])];
}
