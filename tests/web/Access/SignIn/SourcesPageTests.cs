using System.Net.Http.Headers;
using System.Net;
using System.Text.RegularExpressions;
using System.Text;
using OpsBoard.Testing;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>What an administrator does about sources in the browser.</summary>
public sealed partial class SourcesPageTests(ClosedProvince province) : IClassFixture<ClosedProvince>
{
    [Fact]
    public async Task A_source_that_was_registered_may_send_at_once_and_its_secret_is_shown_once()
    {
        using var visitor = await Visitor.SignedIn(province.Server, "registers", Role.Administrator);

        using var answer = await visitor.Post("/admin/sources/add", ("name", "hall-1"), ("units", "hainan/haikou  hainan/sanya"), ("rate", "250"), ("kind", "Bearer"));
        var told = SecretIn(await answer.Content.ReadAsStringAsync());
        var (sent, page) = (await Send(told, "hall-1", "e-1"), await visitor.Page("/admin/sources"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, sent));
        Assert.DoesNotContain(told, page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"secret\"", page, StringComparison.Ordinal);
        var listed = province.Server.Service<SourceBook>().List().Single(static listed => listed.Source.Name == "hall-1");
        Assert.Equal(("hainan/haikou hainan/sanya", 250, true), (string.Join(' ', listed.Source.Units), listed.Source.EventsPerSecond, listed.IsPilot));
    }

    [Fact]
    public async Task A_new_key_holds_beside_the_former_one_until_that_is_ended()
    {
        using var visitor = await Visitor.SignedIn(province.Server, "rotates", Role.Administrator);
        using var first = await visitor.Post("/admin/sources/add", ("name", "hall-2"), ("units", "hainan/haikou"), ("rate", ""), ("kind", "Bearer"));
        var (book, former) = (province.Server.Service<SourceBook>(), SecretIn(await first.Content.ReadAsStringAsync()));
        var key = book.List().Single(static listed => listed.Source.Name == "hall-2").Keys[0].Id;

        using var second = await visitor.Post("/admin/sources/rotate", ("name", "hall-2"), ("kind", "Bearer"));
        var next = SecretIn(await second.Content.ReadAsStringAsync());
        var both = (await Send(former, "hall-2", "e-1"), await Send(next, "hall-2", "e-2"));
        using var ended = await visitor.Post("/admin/sources/revoke", ("name", "hall-2"), ("key", $"{key}"));
        var one = (await Send(former, "hall-2", "e-3"), await Send(next, "hall-2", "e-4"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), both);
        Assert.Equal(((HttpStatusCode.Unauthorized, HttpStatusCode.OK), "/admin/sources"), (one, ended.Headers.Location?.ToString()));
        var acts = province.Server.Service<AuditTrail>().Newest(50).Where(static entry => entry.Target == "source:hall-2").Select(static entry => entry.Action).Order(StringComparer.Ordinal);
        Assert.Equal([AuditActions.SourceAdded, AuditActions.SourceRevoked, AuditActions.SourceRotated], acts);
    }

    [Fact]
    public async Task Other_units_hold_with_the_next_request()
    {
        using var visitor = await Visitor.SignedIn(province.Server, "moves", Role.Administrator);
        using var added = await visitor.Post("/admin/sources/add", ("name", "hall-3"), ("units", "hainan/haikou"), ("rate", "9"), ("kind", "Bearer"));
        var secret = SecretIn(await added.Content.ReadAsStringAsync());

        using var changed = await visitor.Post("/admin/sources/change", ("name", "hall-3"), ("units", "hainan/sanya"), ("rate", ""));

        var source = province.Server.Service<SourceBook>().List().Single(static listed => listed.Source.Name == "hall-3").Source;
        Assert.Equal(("hainan/sanya", 9), (string.Join(' ', source.Units), source.EventsPerSecond));
        using var refused = await Post(secret, "hall-3", "e-1");
        Assert.Contains("not_yours", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=Hall&units=hainan/haikou&rate=&kind=Signing", "name")]
    [InlineData("name=hall-9&units=&rate=&kind=Signing", "units")]
    [InlineData("name=hall-9&units=hainan/nowhere&rate=&kind=Signing", "units")]
    [InlineData("name=hall-9&units=hainan/haikou&rate=0&kind=Signing", "rate")]
    [InlineData("name=hall-9&units=hainan/haikou&rate=-1&kind=Signing", "rate")]
    public async Task What_cannot_be_registered_leads_back_to_the_page_which_says_why(string form, string fault)
    {
        using var visitor = await Visitor.SignedIn(province.Server, form, Role.Administrator);

        using var answer = await visitor.Post("/admin/sources/add", [.. form.Split('&').Select(static field => (field.Split('=')[0], field.Split('=')[1]))]);

        Assert.Equal($"/admin/sources?fault={fault}", answer.Headers.Location?.ToString());
        Assert.Contains("role=\"alert\"", await visitor.Page($"/admin/sources?fault={fault}"), StringComparison.Ordinal);
        Assert.DoesNotContain(province.Server.Service<SourceBook>().List(), static listed => listed.Source.Name == "hall-9");
    }

    private async Task<HttpStatusCode> Send(string bearer, string source, string id)
    {
        using var answer = await Post(bearer, source, id);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> Post(string bearer, string source, string id)
    {
        var item = SomeItem.Json(("source", $"\"{source}\""), ("id", $"\"{id}\""), ("subject", "\"hainan/haikou/taxation/w01\""), ("data", $$"""{"case":"{{source}}-{{id}}"}"""));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/events") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(item)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/cloudevents+json") } } };
        request.Headers.Authorization = new("Bearer", bearer);
        return await province.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string SecretIn(string page) => Secret().Match(page).Groups["secret"].Value;

    [GeneratedRegex("<code class=\"secret\">(?<secret>[^<]+)</code>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Secret();
}
