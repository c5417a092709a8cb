using OpsBoard.Events;

namespace OpsBoard.Web.Import;

/// <summary>What an import did. Things are counted once, however many rows repeat them.</summary>
/// <param name="things">What rows become: events or milestones.</param>
public sealed class ImportReport(string things)
{
    /// <summary>Rows of the file, the unreadable ones among them and the header not.</summary>
    public int Rows { get; internal set; }

    /// <summary>Null when the map does not say what tells cases apart.</summary>
    public int? Cases { get; internal set; }

    /// <summary>The events or milestones that the readable rows say.</summary>
    public int Things { get; internal set; }

    public int New { get; internal set; }

    public int Known { get; internal set; }

    /// <summary>Stored before with other content, which stays.</summary>
    public IList<ImportNote> Conflicts { get; } = [];

    public IList<ImportNote> Rejected { get; } = [];

    /// <summary>Imported nevertheless; a row that contradicts an earlier one is not.</summary>
    public IList<ImportNote> Suspicious { get; } = [];

    public IList<ImportNote> Unreadable { get; } = [];

    public bool IsComplete => Conflicts.Count + Rejected.Count + Unreadable.Count == 0;

    public void Print(TextWriter output)
    {
        var cases = Cases is { } count ? $"{count} cases, " : "";
        output.WriteLine($"{Rows} rows, {cases}{Things} {things}: {New} new, {Known} already known, {Conflicts.Count} conflicts, {Rejected.Count} rejected.");
        Print(output, "in conflict with what is stored", Conflicts);
        Print(output, "rejected", Rejected);
        Print(output, "suspicious", Suspicious);
        Print(output, "unreadable", Unreadable);
    }

    /// <param name="what">What a conflict is told as.</param>
    internal void Note(int line, string what, SinkAnswer answer)
    {
        if (answer.Verdict == Verdict.Accepted) New++;
        else if (answer.Verdict == Verdict.Duplicate) Known++;
        else if (answer.Verdict == Verdict.Conflict) Conflicts.Add(new ImportNote(line, what));
        else Reject(line, answer.Rejection!);
    }

    internal void Reject(int line, Rejection rejection) => Rejected.Add(new ImportNote(line, $"{rejection.Reason}: {rejection.Detail}"));

    private static void Print(TextWriter output, string what, IList<ImportNote> notes)
    {
        if (notes.Count == 0) return;
        output.WriteLine($"{notes.Count} {what}:");
        foreach (var note in notes) output.WriteLine($"  line {note.Line}: {note.Text}");
    }
}
