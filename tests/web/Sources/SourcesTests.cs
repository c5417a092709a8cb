using System.Globalization;
using System.Net;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Sources;

/// <summary>Who sends, and what is missing of it.</summary>
public sealed class SourcesTests
{
    private const string Source = "https://hall.example/queue";

    [Fact]
    public async Task A_gap_in_a_sources_numbers_is_in_the_answers_and_on_the_page_until_the_number_comes()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post(Numbered(1), Numbered(2), Numbered(4), Numbered(9));

        var source = (await server.Get("/api/v1/sources")).GetProperty("sources")[0];
        var gaps = (await server.Get($"/api/v1/sources/{Uri.EscapeDataString(Source)}/gaps")).GetProperty("streams")[0];
        var table = await server.Client.GetStringAsync($"/api/v1/sources/{Uri.EscapeDataString(Source)}/gaps?format=csv");
        var page = await server.Client.GetStringAsync("/sources");
        await server.Post(Numbered(3));
        var after = (await server.Get("/api/v1/sources")).GetProperty("sources")[0];

        Assert.Equal((Source, 4, 2, 5), (source.GetProperty("source").GetString(), source.GetProperty("events").GetInt32(), source.GetProperty("gaps").GetInt32(), source.GetProperty("missing").GetInt32()));
        Assert.Equal(("[[1,2],[4,4],[9,9]]", "[[3,3],[5,8]]"), (gaps.GetProperty("holds").GetRawText(), gaps.GetProperty("gaps").GetRawText()));
        Assert.Equal("stream,epoch,first,last\r\nhall,1,3,3\r\nhall,1,5,8\r\n", table);
        Assert.Contains("3、5..8", page, StringComparison.Ordinal);
        Assert.Equal(4, after.GetProperty("missing").GetInt32());
    }

    [Fact]
    public async Task What_contradicts_is_told_with_how_often_it_was_sent()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post(Numbered(1));
        await server.Post(Numbered(1, id: "other"), Numbered(1, id: "other"));

        var conflict = (await server.Get($"/api/v1/sources/{Uri.EscapeDataString(Source)}/gaps")).GetProperty("conflicts")[0];
        var table = await server.Client.GetStringAsync("/api/v1/sources?format=csv");

        Assert.Equal(("other", "number", 2), (conflict.GetProperty("event").GetString(), conflict.GetProperty("kind").GetString(), conflict.GetProperty("times").GetInt32()));
        Assert.EndsWith(",1,0,0,0,1\r\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_never_sent_is_not_found()
    {
        await using var server = await LiveServer.Start();

        using var answer = await server.Client.GetAsync("/api/v1/sources/urn%3Anobody/gaps");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static object Numbered(int number, string? id = null) => new
    {
        specversion = "1.0",
        id = id ?? $"t{number}",
        source = Source,
        type = "opsboard.ticket.issued",
        subject = "hainan/haikou/housing/w01",
        time = "2026-11-20T08:29:00+08:00",
        stream = "hall",
        epoch = "1",
        sequence = number.ToString(CultureInfo.InvariantCulture),
        data = new { ticket = id ?? $"t{number}" },
    };
}
