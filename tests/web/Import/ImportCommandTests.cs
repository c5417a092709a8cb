using System.CommandLine;
using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Web.Import;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Tests.Import;

public sealed class ImportCommandTests : IDisposable
{
    private readonly FakeJournal _journal = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("opsboard-import-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_permits_of_the_public_file_are_imported_once()
    {
        var (first, again) = (await Run(Corpora.Data("receipt.csv"), "--map", ReceiptMap), await Run(Corpora.Data("receipt.csv"), "--map", ReceiptMap));

        Assert.Equal((0, 0), (first, again));
        Assert.Equal(
            """
            8577 rows, 1434 cases, 2763 events: 2763 new, 0 already known, 0 conflicts, 0 rejected.
            2 suspicious:
              line 910: opsboard.case.completed is earlier than case:startdate
              line 6534: opsboard.case.completed is earlier than case:startdate
            8577 rows, 1434 cases, 2763 events: 0 new, 2763 already known, 0 conflicts, 0 rejected.
            2 suspicious:
              line 910: opsboard.case.completed is earlier than case:startdate
              line 6534: opsboard.case.completed is earlier than case:startdate

            """,
            _output.ToString());
        Assert.StartsWith("5000 rows read, ", _error.ToString(), StringComparison.Ordinal);
    }

    // The file itself was counted: all 15 cases of Experts are completed, and only so do the departments add up to 1,329.
    [Fact]
    public async Task The_permits_of_the_public_file_belong_to_three_departments()
    {
        await Run(Corpora.Data("receipt.csv"), "--map", ReceiptMap);

        Assert.Equal(
            """
            customer-contact CaseAccepted 29
            customer-contact CaseCompleted 29
            experts CaseAccepted 15
            experts CaseCompleted 15
            general CaseAccepted 1390
            general CaseCompleted 1285
            """,
            string.Join('\n', _journal.Stored
                .CountBy(static happened => $"{happened.Window.Parent.Name} {happened.Kind}", StringComparer.Ordinal)
                .Select(static pair => $"{pair.Key} {pair.Value}")
                .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_channels_of_the_public_file_are_translated()
    {
        await Run(Corpora.Data("receipt.csv"), "--map", ReceiptMap);

        Assert.Equal(
            "Mail 1, Online 0, Proactive 1, Window 1",
            string.Join(", ", _journal.Stored
                .Where(static happened => happened.Kind == EventKind.CaseAccepted)
                .Select(static happened => $"{happened.Facts.Channel} {happened.Facts.Trips}")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_row_that_was_not_imported_makes_the_exit_status_1()
    {
        const string header = "case:concept:name,case:department,case:responsible,case:startdate,case:enddate,case:channel,case:enddate_planned";

        Assert.Equal(1, await Run(Written("cases.csv", $"{header}\nk-1,a,b\n"), "--map", ReceiptMap));
    }

    [Fact]
    public async Task The_example_catalogue_lists_ten_items_with_their_flags()
    {
        var status = await Run(Example("items.csv"), "--map", Example("items.map.json"));

        Assert.Equal((0, "10 rows, 10 events: 10 new, 0 already known, 0 conflicts, 0 rejected.\n"), (status, _output.ToString()));
        Assert.Equal(
            "listed 10, zero-trip 6, comprehensive 9, cross-province 4, one thing 3",
            string.Join(", ", $"listed {Listed(static _ => true)}", $"zero-trip {Listed(static facts => facts.ZeroTrip == true)}", $"comprehensive {Listed(static facts => facts.Comprehensive == true)}", $"cross-province {Listed(static facts => facts.CrossProvince == true)}", $"one thing {Listed(static facts => facts.OneThing == true)}"));
    }

    [Fact]
    public async Task The_example_milestones_are_declared_once()
    {
        var (first, again) = (await Run(Example("milestones.csv"), "--milestones"), await Run(Example("milestones.csv"), "--milestones"));

        Assert.Equal((0, 0), (first, again));
        Assert.Equal(
            """
            6 rows, 6 milestones: 6 new, 0 already known, 0 conflicts, 0 rejected.
            6 rows, 6 milestones: 0 new, 6 already known, 0 conflicts, 0 rejected.

            """,
            _output.ToString());
    }

    [Fact]
    public async Task A_milestone_that_cannot_be_read_is_named_by_its_line_and_the_others_are_declared()
    {
        var file = Written("m.csv", "unit,id,value,document,documentDate,declaredBy,targetValue\nhainan,a,many,d,2023-01-05,office,\nhainan,b,1,d,2023-01-05,office,\nhainan,c\nhainan,d,1,d,2023-01-05,office,9\n");

        Assert.Equal(1, await Run(file, "--milestones"));
        Assert.Equal(
            """
            4 rows, 3 milestones: 1 new, 0 already known, 0 conflicts, 2 rejected.
            2 rejected:
              line 2: invalid_member: value must be a whole number from 0 to 1000000000000, without fraction or exponent.
              line 5: missing_member: target.year is missing: it must be a year from 1992 to 2100.
            1 unreadable:
              line 4: it has 2 fields and not 7

            """,
            _output.ToString());
    }

    [Fact]
    public async Task Another_value_from_the_same_document_is_a_conflict()
    {
        const string header = "unit,id,value,document,documentDate,declaredBy";
        await Run(Written("m.csv", $"{header}\nhainan,a,1,d,2023-01-05,office\n"), "--milestones");

        Assert.Equal(1, await Run(Written("m.csv", $"{header}\nhainan,a,2,d,2023-01-05,office\n"), "--milestones"));
        Assert.Contains("1 in conflict with what is stored:\n  line 2: hainan a\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unit,id,value,document,documentDate", "m.csv has no column \"declaredBy\"")]
    [InlineData("unit,id,value,document,documentDate,declaredBy,person", "m.csv has the column \"person\"")]
    public async Task A_file_of_milestones_with_other_columns_is_refused_as_a_whole(string header, string message)
    {
        Assert.Equal(2, await Run(Written("m.csv", header + "\n"), "--milestones"));
        Assert.Contains(message, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_one_line_and_exit_status_2()
    {
        Assert.Equal(2, await Run(Path.Combine(_folder.FullName, "none.csv"), "--map", ReceiptMap));
        Assert.Contains("none.csv cannot be read", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _error.ToString().Count(static c => c == '\n'));
    }

    [Fact]
    public async Task A_broken_map_is_one_line_and_exit_status_2()
    {
        Assert.Equal(2, await Run(Written("cases.csv", "a\n"), "--map", Written("broken.map.json", "{")));
        Assert.Contains("broken.map.json: the map cannot be read (line 1).", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import --map m.json", "Required argument missing for command: 'import'.")]
    [InlineData("import x.csv", "Give either --map MAP, for events, or --milestones.")]
    [InlineData("import x.csv --map m.json --milestones", "Give either --map MAP, for events, or --milestones.")]
    [InlineData("import x.csv --milestones", "")]
    [InlineData("import x.csv --map m.json --data d --url http://127.0.0.1:1", "Give either --data or --url.")]
    [InlineData("import x.csv --map m.json --url board", "--url must be a whole address, such as http://127.0.0.1:8080.")]
    [InlineData("import x.csv --map m.json --url http://127.0.0.1:1", "")]
    public void Wrong_arguments_are_told_before_anything_is_done(string line, string message)
    {
        Assert.Equal(message, string.Join('\n', new RootCommand { Command() }.Parse(line).Errors.Select(static error => error.Message)));
    }

    private static string ReceiptMap => Example("receipt.map.json");

    private static string Example(string name) => Path.Combine(Corpora.Repository(), "docs", "examples", name);

    private int Listed(Func<Facts, bool> isCounted) => _journal.Stored.Count(listed => listed.Kind == EventKind.ItemListed && isCounted(listed.Facts));

    private Command Command() => ImportCommand.Create(new FakeDestination(_journal), new ManualClock());

    private Task<int> Run(params string[] arguments) => new RootCommand { Command() }
        .Parse(["import", .. arguments])
        .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error }, TestContext.Current.CancellationToken);

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
