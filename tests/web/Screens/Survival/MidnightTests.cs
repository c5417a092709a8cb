using System.Globalization;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>The business day turns while the wall hangs there.</summary>
public sealed class MidnightTests(Browser browser)
{
    // Every pair of a date and a count that the wall ever showed together.
    private const string Pairs =
        """
        () => {
          const text = key => document.querySelector(`[data-k='${key}']`).textContent;
          window.pairs = new Set();
          const note = () => window.pairs.add(`${text('hainan.date')} ${text('hainan.accepted')}`);
          new MutationObserver(note).observe(document.body, { subtree: true, characterData: true, childList: true });
          note();
        }
        """;

    [Theory]
    [InlineData("2026-11-20", "2026年11月20日 星期五", "2026年11月21日 星期六")]
    [InlineData("2026-11-30", "2026年11月30日 星期一", "2026年12月1日 星期二")]
    [InlineData("2026-12-31", "2026年12月31日 星期四", "2027年1月1日 星期五")]
    public async Task At_midnight_the_date_turns_and_today_begins_anew_without_a_new_page(string day, string before, string after)
    {
        var midnight = new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1), TimeOnly.MinValue, BusinessDay.Offset);
        await using var server = await LiveServer.Start(LiveServer.Hainan, midnight.AddSeconds(-10));
        await server.Post(SentEvent.Accepted("c1", at: midnight.AddSeconds(-12)));
        await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 1);
        server.Clock.Now = midnight.AddSeconds(-3);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, "/wall/hainan");
        await screen.Page.EvaluateAsync(Pairs);

        await screen.Pass(4);
        await screen.HearUntil($"() => document.querySelector(\"[data-k='hainan.date']\").textContent === '{after}'", 15);
        await screen.PassUntilLive(2);

        // The observer itself is proof that the page was never replaced.
        Assert.Equal([$"{after} 0", $"{before} 1"], (await screen.Asked<string[]>("() => [...window.pairs]")).Order(StringComparer.Ordinal).Reverse(), StringComparer.Ordinal);
        Assert.Equal(await server.PushedTo("hainan", await screen.Page.Numbers()), await screen.Page.Numbers(), StringComparer.Ordinal);
        Assert.Equal(after[..7] == before[..7] ? 1 : 0, (await server.Get("/api/v1/units/hainan?period=month")).GetProperty("counts").GetProperty("accepted").GetInt32());
        screen.ClaimedNothingFalse();
    }
}
