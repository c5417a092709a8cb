using System.Net;
using System.Text.RegularExpressions;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.SignIn;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Sources;

/// <summary>From a source that fell silent to an entry of the ledger, and back.</summary>
public sealed partial class SilentSourceTests
{
    [Fact]
    public async Task A_silent_source_becomes_an_entry_in_two_clicks_and_each_leads_to_the_other()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false);
        server.Service<SourceBook>().Add("test", new RegisteredSource("hall-3", [UnitPath.Parse("hainan/haikou/housing/w01"), UnitPath.Parse("hainan/haikou/housing/w02")]), KeyKind.Signing, null);
        await server.Journal.Append([Some.Accepted("c1", atMs: Some.NowMs) with { Source = "hall-3" }], TestContext.Current.CancellationToken);
        using var leader = await Visitor.SignedIn(server, "leader", Role.Leader, "hainan");
        var before = await leader.Page("/sources");
        server.Clock.Now = server.Clock.Now.AddMinutes(40);

        var first = Href().Matches(await leader.Page("/sources")).Select(static match => WebUtility.HtmlDecode(match.Groups["href"].Value)).Single(static href => href.Contains("origin=silence", StringComparison.Ordinal));
        var form = await leader.Page(first);
        using var second = await leader.Post("/supervision/register?scope=hainan/haikou/housing", Fields(form));

        Assert.DoesNotContain("origin=silence", before, StringComparison.Ordinal);
        Assert.Equal("/supervision/hainan/haikou/housing?new=1&origin=silence%3Ahainan%2Fhaikou%2Fhousing%3Ahall-3", first);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        var there = Href().Matches(await leader.Page("/sources")).Select(static match => WebUtility.HtmlDecode(match.Groups["href"].Value)).Single(static href => href.Contains("?task=", StringComparison.Ordinal));
        Assert.Contains("href=\"/sources\"", await leader.Page($"{there}&tab=duty"), StringComparison.Ordinal);
        var registered = Assert.Single(await server.Service<ITaskLedger>().ReadTasks(null, TestContext.Current.CancellationToken)).Event;
        Assert.Equal("silence:hainan/haikou/housing:hall-3", $"{registered.Facts.Plan!.Origin}");
    }

    private static (string, string)[] Fields(string page) =>
    [
        .. Input().Matches(page[page.IndexOf("id=\"register\"", StringComparison.Ordinal)..]).Where(static match => Web.Supervision.TaskDraft.Fields.Contains(match.Groups["name"].Value))
            .Select(static match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value))),
        ("kind", TaskKinds.WordOf(TaskKind.Rectification)),
    ];

    [GeneratedRegex("href=\"(?<href>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Href();

    [GeneratedRegex("<input [^>]*name=\"(?<name>[a-zA-Z]+)\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Input();
}
