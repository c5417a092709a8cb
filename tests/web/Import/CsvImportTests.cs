using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Web.Import;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Tests.Import;

public sealed class CsvImportTests
{
    private const string Map = """
        {
          "source": "urn:test", "timeFormat": "yyyy-MM-dd HH:mm:ss.fffzzz", "case": "no",
          "events": [
            { "type": "opsboard.case.accepted", "id": "{no}/a", "subject": "p/c/{office}/{clerk}", "time": "start",
              "data": { "case": { "column": "no" }, "item": "permit", "trips": { "column": "way", "values": { "Web": 0, "Desk": 1 } },
                        "promisedDays": { "column": "days", "as": "number" }, "dueAt": { "column": "due", "as": "time" } } },
            { "type": "opsboard.case.completed", "id": "{no}/c", "subject": "p/c/{office}/{clerk}", "time": "end", "when": "end", "notBefore": "start",
              "data": { "case": { "column": "no" } } }
          ]
        }
        """;

    private const string Header = "no,office,clerk,way,days,start,end,due";
    private const string Row = "k-1,Customer  Contact,Müller (2),Web,5,2011-10-11 13:42:22.688+02:00,,2011-12-06 13:41:31.788+01:00";
    private const string FinishedRow = "k-2,General,Clerk1,Desk,,2011-10-11 13:42:22.688+02:00,2011-10-12 09:00:00.000+02:00,";

    private readonly FakeJournal _journal = new();

    [Fact]
    public async Task A_row_becomes_the_events_that_the_map_names()
    {
        await Import(Header, Row, FinishedRow);

        Assert.Equal(
            """
            k-1/a CaseAccepted p/c/customer-contact/m-ller-2 2011-10-11T19:42:22.688+08:00 {"case":"k-1","item":"permit","trips":0,"promisedDays":5,"dueAtMs":1323175291788}
            k-2/a CaseAccepted p/c/general/clerk1 2011-10-11T19:42:22.688+08:00 {"case":"k-2","item":"permit","trips":1}
            k-2/c CaseCompleted p/c/general/clerk1 2011-10-12T15:00:00.000+08:00 {"case":"k-2"}
            """,
            string.Join('\n', _journal.Stored.Select(Line)));
    }

    [Fact]
    public async Task A_flag_is_read_in_the_words_that_files_use_for_yes_and_no()
    {
        const string map = """
            { "source": "urn:test", "timeFormat": "yyyy-MM-ddzzz", "events": [
              { "type": "opsboard.item.listed", "id": "{item}", "subject": "p/c/d/w", "time": "day",
                "data": { "item": { "column": "item" }, "zeroTrip": { "column": "zero", "as": "flag" }, "oneThing": { "column": "one", "as": "flag" } } } ] }
            """;

        var summary = await Run(map, "item,day,zero,one", "a,2026-01-05+08:00,是,否", "b,2026-01-05+08:00,true,", "c,2026-01-05+08:00,0,1", "d,2026-01-05+08:00,maybe,1");

        Assert.Equal(["a True False", "b True ", "c False True"], _journal.Stored.Select(static listed => $"{listed.Facts.Item} {listed.Facts.ZeroTrip} {listed.Facts.OneThing}"));
        Assert.Contains("line 5: zero is neither yes nor no", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_import_finds_nothing_new()
    {
        await Import(Header, Row, FinishedRow);

        Assert.Equal("2 rows, 2 cases, 3 events: 0 new, 3 already known, 0 conflicts, 0 rejected.\n", await Import(Header, Row, FinishedRow));
    }

    [Fact]
    public async Task Rows_that_repeat_their_case_are_folded()
    {
        Assert.Equal("3 rows, 1 cases, 1 events: 1 new, 0 already known, 0 conflicts, 0 rejected.\n", await Import(Header, Row, Row, Row));
    }

    [Fact]
    public async Task Rows_of_one_case_that_disagree_are_named_and_the_first_one_stays()
    {
        Assert.Equal(
            """
            2 rows, 1 cases, 1 events: 1 new, 0 already known, 0 conflicts, 0 rejected.
            1 suspicious:
              line 3: opsboard.case.accepted is said otherwise than on line 2, which stays

            """,
            await Import(Header, Row, Row.Replace("Web", "Desk", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_case_that_ends_before_it_starts_is_taken_and_named()
    {
        Assert.Equal(
            """
            1 rows, 1 cases, 2 events: 2 new, 0 already known, 0 conflicts, 0 rejected.
            1 suspicious:
              line 2: opsboard.case.completed is earlier than start

            """,
            await Import(Header, FinishedRow.Replace("2011-10-12 09", "2011-10-11 09", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Other_content_than_what_is_stored_is_a_conflict()
    {
        await Import(Header, Row);

        Assert.Equal(
            """
            1 rows, 1 cases, 1 events: 0 new, 0 already known, 1 conflicts, 0 rejected.
            1 in conflict with what is stored:
              line 2: opsboard.case.accepted

            """,
            await Import(Header, Row.Replace("Web", "Desk", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_named_by_its_line_and_the_others_are_imported()
    {
        Assert.Equal(
            """
            8 rows, 2 cases, 3 events: 3 new, 0 already known, 0 conflicts, 0 rejected.
            6 unreadable:
              line 2: it has 3 fields and not 8
              line 3: start is no time of the form yyyy-MM-dd HH:mm:ss.fffzzz
              line 4: way has a value that the map does not name
              line 5: days is no whole number
              line 7: its quotes do not match
              line 8: its quotes do not match

            """,
            await Import(
                Header,
                "k-0,General,Clerk1",
                Row.Replace("2011-10-11 13:42:22.688+02:00", "yesterday", StringComparison.Ordinal),
                Row.Replace("Web", "Pigeon", StringComparison.Ordinal),
                Row.Replace(",5,", ",five,", StringComparison.Ordinal),
                Row,
                FinishedRow.Replace("General", "\"Gen\"eral", StringComparison.Ordinal),
                FinishedRow.Replace("General", "\"General", StringComparison.Ordinal),
                FinishedRow));
    }

    [Fact]
    public async Task A_quoted_field_may_hold_commas_quotes_and_line_breaks()
    {
        await Import(Header, Row.Replace("k-1", "\"k,\"\"1\"\"\"", StringComparison.Ordinal), FinishedRow.Replace("General", "\"Gen\neral\"", StringComparison.Ordinal));

        Assert.Equal("k,\"1\" p/c/gen-eral/clerk1", $"{_journal.Stored[0].Facts.Case} {_journal.Stored[1].Window}");
    }

    [Fact]
    public async Task What_the_reader_refuses_is_named_with_its_reason()
    {
        var summary = await Import(Header, Row.Replace("k-1", "13812345678", StringComparison.Ordinal), Row.Replace("Müller (2)", "窗口", StringComparison.Ordinal));

        Assert.Contains("line 2: personal_data: data.case", summary, StringComparison.Ordinal);
        Assert.Contains("line 3: invalid_subject: subject", summary, StringComparison.Ordinal);
        Assert.Empty(_journal.Stored);
    }

    [Theory]
    [InlineData("no,office,clerk,way,days,start,end", "cases.csv has no column \"due\", which cases.map.json names in events[0].")]
    [InlineData("office,clerk,way,days,start,end,due", "cases.csv has no column \"no\", which cases.map.json names in case.")]
    [InlineData("no,no,office,clerk,way,days,start,end,due", "cases.csv has the column \"no\" twice.")]
    [InlineData("", "cases.csv has no readable header line: it is empty.")]
    public async Task A_file_that_does_not_fit_the_map_is_refused_as_a_whole(string header, string message)
    {
        var fault = await Assert.ThrowsAsync<ImportException>(() => Import(header, ""));

        Assert.Equal((message, 2), (fault.Message, fault.ExitCode));
    }

    [Fact]
    public async Task Times_without_an_offset_get_the_one_of_the_map()
    {
        var map = Map.Replace("fffzzz\"", "fff\", \"utcOffset\": \"+08:00\"", StringComparison.Ordinal);

        await Run(map, Header, "k-1,a,b,Web,,2011-10-11 13:42:22.688,,");

        Assert.Equal("2011-10-11T13:42:22.688+08:00", Rfc3339.Write(_journal.Stored[0].OccurredMs));
    }

    [Theory]
    [InlineData("\"source\": \"urn:test\",", "", "cases.map.json: source is missing.")]
    [InlineData("zzz", "", "cases.map.json: utcOffset is needed exactly when timeFormat has no offset (zzz).")]
    [InlineData("opsboard.case.accepted", "case.accepted", "cases.map.json: events[0].type is not one of the known types.")]
    [InlineData("{no}/a", "{no/a", "cases.map.json: events[0].id has a brace without its partner.")]
    [InlineData("\"time\": \"end\",", "", "cases.map.json: events[1].time is missing.")]
    [InlineData("\"as\": \"number\"", "\"as\": \"word\"", "cases.map.json: events[0].data.promisedDays must be a constant, or an object with column, values and as (text, number, flag or time).")]
    [InlineData("\"notBefore\"", "\"notbefor\"", "cases.map.json: events[1].notbefor cannot be read (line 7).")]
    public void A_broken_map_is_refused_and_the_member_is_named(string part, string other, string message)
    {
        var fault = Assert.Throws<ImportException>(() => ImportMapReader.Read(Map.Replace(part, other, StringComparison.Ordinal), "cases.map.json"));

        Assert.Equal((message, 2), (fault.Message, fault.ExitCode));
    }

    [Fact]
    public async Task A_running_server_takes_the_same_events()
    {
        await using var server = await IntakeServer.Start(autoRegister: true);
        await using var sink = new HttpSink<ServiceEvent>(new HttpClient { BaseAddress = server.Client.BaseAddress }, new ManualClock(), IntakeEndpoints.Path, ContentModes.BatchType);

        var report = await Run(sink, Map, Header, Row, FinishedRow);
        await Import(Header, Row, FinishedRow);

        Assert.Equal(3, report.New);
        Assert.Equal(string.Join('\n', _journal.Stored.Select(Line)), string.Join('\n', server.Journal.Stored.Select(Line)));
    }

    [Fact]
    public async Task A_running_server_that_does_not_know_the_window_has_the_row_named()
    {
        await using var server = await IntakeServer.Start();
        await using var sink = new HttpSink<ServiceEvent>(new HttpClient { BaseAddress = server.Client.BaseAddress }, new ManualClock(), IntakeEndpoints.Path, ContentModes.BatchType);

        var report = await Run(sink, Map, Header, Row);

        Assert.Equal(2, report.Rejected.Single().Line);
        Assert.StartsWith("unknown_unit: ", report.Rejected.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_the_import()
    {
        await using var sink = new HttpSink<ServiceEvent>(new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9") }, new ManualClock(), IntakeEndpoints.Path, ContentModes.BatchType);

        var fault = await Assert.ThrowsAsync<ImportException>(() => Run(sink, Map, Header, Row));

        Assert.Equal(1, fault.ExitCode);
    }

    private static string Line(ServiceEvent happened) =>
        $"{happened.Id} {happened.Kind} {happened.Window} {Rfc3339.Write(happened.OccurredMs)} {System.Text.Encoding.UTF8.GetString(FactsJson.Write(happened.Facts))}";

    private Task<string> Import(params string[] lines) => Run(Map, lines);

    private async Task<string> Run(string map, params string[] lines)
    {
        await using var sink = new JournalSink(_journal);
        var report = await Run(sink, map, lines);
        var summary = new StringWriter { NewLine = "\n" };
        report.Print(summary);
        return summary.ToString();
    }

    private static Task<ImportReport> Run(IImportSink<ServiceEvent> sink, string map, params string[] lines) =>
        new CsvImport(ImportMapReader.Read(map, "cases.map.json"), sink, new ManualClock(), new ProgressLines(TextWriter.Null))
            .Run(new StringReader(string.Join('\n', lines)), "cases.csv", TestContext.Current.CancellationToken);
}
