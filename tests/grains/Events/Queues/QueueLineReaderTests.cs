using System.Text;
using OpsBoard.Configuration;
using OpsBoard.Testing;

namespace OpsBoard.Events.Queues;

/// <summary>Lines of one machine whose tickets wait in one queue, and of another one that gives each ticket its window.</summary>
public sealed class QueueLineReaderTests
{
    private const string Machines = """
        { "version": 1, "machines": [
          { "machine": "M01", "queue": "hainan/jiyang/hall/queue",
            "windows": [ { "window": "3", "unit": "hainan/jiyang/hall/w03" } ],
            "businesses": [ { "business": "0101", "item": "house-transfer" }, { "business": "0202", "queue": "hainan/jiyang/hall/tax-queue" } ] },
          { "machine": "M02", "windows": [ { "window": "1", "unit": "hainan/haikou/tax/w01" } ] } ] }
        """;

    /// <summary>2026-11-20 09:59:59.999 in the province.</summary>
    private const string At = "1795139999999";

    [Theory]
    [InlineData($"8201|M01|0101|||A001|{At}", "TicketIssued hainan/jiyang/hall/queue", """{"ticket":"M01-2026-11-20-A001","item":"house-transfer"}""")]
    [InlineData($"8201|M01|0202|||B7|{At}", "TicketIssued hainan/jiyang/hall/tax-queue", """{"ticket":"M01-2026-11-20-B7"}""")]
    [InlineData($"8201|M02|0101|1||A001|{At}", "TicketIssued hainan/haikou/tax/w01", """{"ticket":"M02-2026-11-20-A001"}""")]
    [InlineData($"8002|M01|0101|3|E12|A001|{At}", "TicketCalled hainan/jiyang/hall/queue", """{"ticket":"M01-2026-11-20-A001"}""")]
    [InlineData($"8014|M01|0101|3|E12|A001|{At}", "TicketAbandoned hainan/jiyang/hall/queue", """{"ticket":"M01-2026-11-20-A001"}""")]
    [InlineData($"8003|M01|0101|3|E12|A001|{At}", "ServiceStarted hainan/jiyang/hall/w03", """{"ticket":"M01-2026-11-20-A001"}""")]
    [InlineData($"8004|M01|0101|3|E12|A001|{At}", "ServiceEnded hainan/jiyang/hall/w03", """{"ticket":"M01-2026-11-20-A001"}""")]
    [InlineData($"8005|M01|0101|3|E12|A001|{At}|5", "ReviewSubmitted hainan/jiyang/hall/w03", """{"review":"M01-2026-11-20-A001","stars":5}""")]
    [InlineData($"8005|M01||3|||{At}|4|1", "ReviewSubmitted hainan/jiyang/hall/w03", $$"""{"review":"8005|M01|3||{{At}}","stars":4,"byDefault":true}""")]
    [InlineData($"8010|M01||3|E12||{At}", "WindowPaused hainan/jiyang/hall/w03", "{}")]
    [InlineData($"8011|M01||3|E12||{At}", "WindowResumed hainan/jiyang/hall/w03", "{}")]
    [InlineData($"8109|M01||3|||{At}", "WindowHeartbeat hainan/jiyang/hall/w03", "{}")]
    [InlineData($"8109|M01||0|||{At}", "WindowHeartbeat hainan/jiyang/hall/queue", "{}")]
    public void Each_code_is_an_event_of_the_queue_or_of_the_window(string line, string happened, string facts)
    {
        var read = Read(line).Event!;

        Assert.Equal((happened, 1_795_139_999_999, facts), ($"{read.Kind} {read.Window}", read.OccurredMs, Normal(read.Facts)));
    }

    [Fact]
    public void The_code_may_stand_behind_the_time_too()
    {
        var (before, behind) = (Read($"8005|M01|0101|3|E12|A001|{At}|2"), Read($"M01|0101|3|E12|A001|{At}|8005|2"));

        Assert.Equal(before.Event, behind.Event);
    }

    [Fact]
    public void An_event_is_known_by_what_its_line_says_and_not_by_who_is_in_it()
    {
        var (first, again) = (Read($"8201|M01|0101|||A001|{At}|王小明|460200199001011234").Event!, Read($"8201|M01|0101||E9|A001|{At}").Event!);

        Assert.Equal(("urn:queue-machine:M01", $"8201|M01||A001|{At}"), (first.Source, first.Id));
        Assert.Equal((first.Source, first.Id, Hash(first)), (again.Source, again.Id, Hash(again)));
    }

    [Fact]
    public void Names_and_identity_numbers_go_no_further_and_are_counted()
    {
        var read = Read($"8201|M01|0101||E12|A001|{At}|王小明|460200199001011234||13800138000");

        Assert.Equal(4, read.Dropped);
        Assert.DoesNotContain("王小明", $"{read}", StringComparison.Ordinal);
        Assert.DoesNotContain("460200199001011234", $"{read}", StringComparison.Ordinal);
        Assert.DoesNotContain("E12", $"{read}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"8201|M01|0101|||460200199001011234|{At}", "personal_data")]
    [InlineData($"8201|M01|0101|||13800138000|{At}", "personal_data")]
    [InlineData($"8201|460200199001011234|0101|||A001|{At}", "personal_data")]
    [InlineData($"8201|M01|0101|||王小明|{At}", "invalid_member")]
    [InlineData($"8201|M01|0101|||Wang|{At}", "invalid_member")]
    [InlineData($"8201|M01|0101||||{At}", "missing_member")]
    [InlineData($"8201|M01|0101|||A001", "malformed_line")]
    [InlineData($"8201||0101|||A001|{At}", "malformed_line")]
    [InlineData($"8201|M 01|0101|||A001|{At}", "malformed_line")]
    [InlineData($"8299|M01|0101|||A001|{At}", "unknown_code")]
    [InlineData("8201|M01|0101|||A001|1795139999", "invalid_time")]
    [InlineData("8201|M01|0101|||A001|2026-11-20 10", "invalid_time")]
    [InlineData("8201|M01|0101|||A001|1795140300001", "clock_ahead")]
    [InlineData("8201|M01|0101|||A001|0600000000000", "time_out_of_range")]
    [InlineData($"8005|M01|0101|3||A001|{At}|6", "invalid_member")]
    [InlineData($"8005|M01|0101|3||A001|{At}", "invalid_member")]
    [InlineData($"8005|M01|0101|3||A001|{At}|5|yes", "invalid_member")]
    [InlineData($"8201|M09|0101|||A001|{At}", "unknown_machine")]
    [InlineData($"8201|M01|0999|||A001|{At}", "unknown_business")]
    [InlineData($"8003|M01|0101|9||A001|{At}", "unknown_window")]
    [InlineData($"8003|M01|0101|||A001|{At}", "missing_window")]
    [InlineData($"8109|M02|||||{At}", "missing_window")]
    public void A_line_that_cannot_be_an_event_is_refused_with_its_reason(string line, string reason)
    {
        Assert.Equal(reason, Read(line).Rejection?.Reason);
    }

    [Fact]
    public void A_refusal_repeats_nothing_of_the_line()
    {
        var refusals = new[] { $"8201|王小明|0101|||A001|{At}", $"8201|M01|0101|||王小明|{At}", $"8299|王小明|0101|||A001|{At}", "王小明" }.Select(static line => $"{Read(line)}");

        Assert.All(refusals, static refusal => Assert.DoesNotContain("王小明", refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_not_the_text_that_they_should_be_are_refused()
    {
        byte[] chineseInGb18030 = [.. Encoding.ASCII.GetBytes($"8201|M01|0101|||A001|{At}|"), 0xCD, 0xF5];

        Assert.Equal("ill_formed_text", Reader().Read(chineseInGb18030).Rejection?.Reason);
    }

    [Fact]
    public void What_leaves_the_hall_is_the_line_without_persons()
    {
        var fault = QueueLine.Read($" M01 |0101|3|E12|A001|{At}|8005|4|1|王小明|460200199001011234", out var line);

        Assert.Null(fault);
        Assert.Equal($"8005|M01|0101|3||A001|{At}|4|1", $"{line}");
    }

    private static Reading Read(string line) => Reader().Read(Encoding.UTF8.GetBytes(line));

    private static QueueLineReader Reader() =>
        new(QueueMachinesReader.Read(ConfigurationEntry.Parse(Encoding.UTF8.GetBytes(Machines), "queue-machines.json")), new UTF8Encoding(false, throwOnInvalidBytes: true), new ManualClock().GetUtcNow());

    private static string Normal(Facts facts) => Encoding.UTF8.GetString(FactsJson.Write(facts));

    private static string Hash(ServiceEvent happened) => Convert.ToHexString(ContentHash.Of(happened));
}
