using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace OpsBoard.Web.Import;

/// <summary>
/// Reads records and survives broken ones: after an unreadable record it goes on with the very next line, so that a quote which
/// is never closed costs one line and not the rest of the file.
/// </summary>
internal sealed class CsvRecords
{
    // A quoted field may hold line breaks; beyond this many, its quote was surely forgotten.
    private const int MostLines = 64;

    private const char Replacement = '\uFFFD';

    private readonly TextReader _text;
    private readonly CsvConfiguration _configuration;
    private readonly Stack<string> _givenBack = [];
    private int _line;
    private int? _width;
    private bool _isBad;

    public CsvRecords(TextReader text)
    {
        _text = text;
        _configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => _isBad = true };
    }

    /// <summary>The records in file order without blank lines; the first readable one says how many fields each of them has.</summary>
    public IEnumerable<CsvRecord> Read()
    {
        while (NextLine() is { } line)
        {
            if (line.Length > 0) yield return ReadRecord(line);
        }
    }

    private CsvRecord ReadRecord(string first)
    {
        var number = _line;
        List<string> lines = [first];
        var isOpen = HasOpenQuote(first);
        while (isOpen && lines.Count < MostLines && NextLine() is { } next)
        {
            lines.Add(next);
            isOpen ^= HasOpenQuote(next);
        }

        var fields = isOpen ? null : Split(string.Join('\n', lines));
        var fault = FaultOf(fields);
        if (fault is not null) GiveBack(lines[1..]);
        else _width ??= fields!.Length;
        return new CsvRecord(number, fault is null ? fields : null, fault);
    }

    private string? FaultOf(string[]? fields)
    {
        if (fields is null) return "its quotes do not match";
        if (_width is { } width && fields.Length != width) return $"it has {fields.Length} fields and not {width}";
        return fields.Any(static field => field.Contains(Replacement, StringComparison.Ordinal)) ? "it holds bytes that are not UTF-8" : null;
    }

    private string[]? Split(string record)
    {
        _isBad = false;
        using var parser = new CsvParser(new StringReader(record), _configuration);
        var fields = parser.Read() ? parser.Record : null;
        return _isBad || parser.Read() ? null : fields;
    }

    private static bool HasOpenQuote(string line) => line.AsSpan().Count('"') % 2 == 1;

    private string? NextLine()
    {
        var line = _givenBack.TryPop(out var again) ? again : _text.ReadLine();
        if (line is not null) _line++;
        return line;
    }

    private void GiveBack(List<string> lines)
    {
        _line -= lines.Count;
        for (var i = lines.Count - 1; i >= 0; i--) _givenBack.Push(lines[i]);
    }
}
