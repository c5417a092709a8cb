using System.Diagnostics;
using Microsoft.Playwright;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Access.SignIn;

namespace OpsBoard.Web.Screens.Wall;

/// <summary>A wall is let in by a code that somebody else types, and is dark when it is revoked, whichever way its numbers came.</summary>
public sealed class PairingTests(ClosedProvince province, Browser browser, ITestOutputHelper output) : IClassFixture<ClosedProvince>, IDisposable
{
    private const string Wall = "/wall/hainan/haikou?theme=light";

    public void Dispose()
    {
        province.PassAMinute();
        province.Server.Door.Admit("/hubs/board", "/api/v1/live");
    }

    [Theory]
    [InlineData("hub")]
    [InlineData("stream", "/hubs/board")]
    [InlineData("poll", "/hubs/board", "/api/v1/live")]
    public async Task A_wall_shows_a_code_becomes_live_when_it_is_approved_and_shows_another_when_it_is_revoked(string way, params string[] refused)
    {
        province.Server.Door.Refuse(refused);
        using var administrator = await Visitor.SignedIn(province.Server, $"administrator of {way}", Role.Administrator);
        var wall = await browser.Open(province.Server.Address + Wall, 1920, 1080);
        var code = await CodeOf(wall);
        await wall.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("pairing", 1920, 1080, "zh-CN") });
        var fields = await wall.Locator("form, input, button, a").CountAsync();

        var request = province.Server.Service<WallRegistry>().Waiting.Single(pairing => pairing.Code == code);
        using var approved = await administrator.Post("/admin/devices/approve", ("number", $"{request.Number}"), ("code", code.ToLowerInvariant()), ("place", $"大厅 {way}"));
        await wall.WaitForSelectorAsync("body[data-state=live]");
        var address = new Uri(wall.Url).PathAndQuery;
        var number = province.Server.Service<WallRegistry>().All.Single(paired => paired.Place == $"大厅 {way}").Number;
        var began = Stopwatch.GetTimestamp();
        using var revoked = await administrator.Post("/admin/devices/revoke", ("number", $"{number}"), ("back", "/fleet"));
        await wall.WaitForFunctionAsync("() => document.body.dataset.state === 'unpaired' && !document.querySelector('[data-k]')");
        output.WriteLine($"dark by {way} {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms after the form was sent");

        Assert.NotEqual(code, await CodeOf(wall));
        Assert.Equal(0, fields);
        Assert.Equal(("/admin/devices", "/fleet"), (approved.Headers.Location?.ToString(), revoked.Headers.Location?.ToString()));
        Assert.Equal(Wall, address);
        Assert.Equal(0, await wall.Locator("form, input, button, a").CountAsync());
        await wall.Context.CloseAsync();
    }

    [Fact]
    public async Task An_operator_sees_the_walls_of_his_scope_only_and_approves_by_the_code_on_the_wall()
    {
        using var signedIn = await Visitor.SignedIn(province.Server, "operator", Role.Operator, "hainan/sanya");
        var own = await browser.Open($"{province.Server.Address}/wall/hainan/sanya", 1920, 1080);
        var foreign = await browser.Open($"{province.Server.Address}/wall/hainan/wanning", 1920, 1080);
        var (code, other) = (await CodeOf(own), await CodeOf(foreign));
        var desk = await browser.Blank(1400, 900);
        await desk.Context.AddCookiesAsync(signedIn.Cookies.GetAllCookies().Select(static cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = "/" }));
        await desk.GotoAsync($"{province.Server.Address}/admin/devices");
        var offered = await desk.Locator("table").First.InnerTextAsync();

        await desk.GetByLabel("配对码").FillAsync(other);
        await desk.GetByLabel("安装地点").FillAsync("三亚大厅");
        await desk.GetByRole(AriaRole.Button, new() { Name = "批准", Exact = true }).ClickAsync();
        var refusal = await desk.InnerTextAsync("[role=alert]");
        await desk.GetByLabel("配对码").FillAsync(code);
        await desk.GetByLabel("安装地点").FillAsync("三亚大厅");
        await desk.GetByRole(AriaRole.Button, new() { Name = "批准", Exact = true }).ClickAsync();
        await own.WaitForSelectorAsync("body[data-state=live]");
        await desk.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("admin-devices", 1400, 900, "zh-CN") });

        Assert.DoesNotContain("hainan/wanning", offered, StringComparison.Ordinal);
        Assert.Contains("不正确或已过期", refusal, StringComparison.Ordinal);
        Assert.Contains("三亚大厅", await desk.InnerTextAsync("main"), StringComparison.Ordinal);
        await own.Context.CloseAsync();
        await foreign.Context.CloseAsync();
        await desk.Context.CloseAsync();
    }

    private static async Task<string> CodeOf(IPage wall)
    {
        await wall.WaitForFunctionAsync("() => /^[B-Z]{4}-[B-Z]{4}$/.test(document.getElementById('code')?.textContent)");
        return await wall.InnerTextAsync("#code");
    }
}
