using System.Text.Json;
using OpsBoard.Configuration;
using OpsBoard.Units;

namespace OpsBoard.Events.Queues;

/// <summary>
/// Reads <c>queue-machines.json</c>: <c>{"version":1,"machines":[{"machine","queue"?,"windows"?:[{"window","unit"}],"businesses"?:[{"business","item"?,"queue"?}],"note"?}]}</c>.
/// Units and queues are paths of windows.
/// </summary>
public static class QueueMachinesReader
{
    private const int Version = 1;

    /// <exception cref="ConfigurationException">The file cannot be read, or something in it is wrong; the message names its line.</exception>
    public static QueueMachines ReadFile(string file) => Read(ConfigurationEntry.ReadFile(file));

    /// <exception cref="ConfigurationException">Something is wrong; the message names its line.</exception>
    public static QueueMachines Read(ConfigurationEntry file)
    {
        if (file.Read<Draft>().Version != Version) throw file.Mistake($"\"version\" is {Version}.");
        var machines = new Dictionary<string, QueueMachine>(StringComparer.Ordinal);
        foreach (var entry in file.List("machines"))
        {
            var machine = MachineOf(entry, entry.Read<MachineDraft>());
            if (!machines.TryAdd(machine.Number, machine)) throw entry.Mistake($"machine {machine.Number} is given twice; keep one of the two.");
        }

        return new QueueMachines(machines.Values);
    }

    private static QueueMachine MachineOf(ConfigurationEntry entry, MachineDraft draft)
    {
        var queue = draft.Queue is null ? default(UnitPath?) : WindowOf(entry, "queue", draft.Queue);
        var windows = draft.Windows is null ? [] : entry.List("windows");
        if (queue is null && windows.Count == 0) throw entry.Mistake("a machine needs a \"queue\" or \"windows\", or nothing that it says can be counted.");
        return new QueueMachine(
            Named(entry, "machine", draft.Machine),
            queue,
            Mapped(windows, "window", static (entry, draft) => WindowOf(entry, "unit", draft.Unit), static (WindowDraft draft) => draft.Window),
            Mapped(draft.Businesses is null ? [] : entry.List("businesses"), "business", BusinessOf, static (BusinessDraft draft) => draft.Business));
    }

    private static Dictionary<string, T> Mapped<TDraft, T>(IEnumerable<ConfigurationEntry> entries, string name, Func<ConfigurationEntry, TDraft, T> meaning, Func<TDraft, string?> number)
        where TDraft : class
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var draft = entry.Read<TDraft>();
            var key = Named(entry, name, number(draft));
            if (!all.TryAdd(key, meaning(entry, draft))) throw entry.Mistake($"{name} {key} is given twice; keep one of the two.");
        }

        return all;
    }

    private static QueueBusiness BusinessOf(ConfigurationEntry entry, BusinessDraft draft)
    {
        if (draft.Item is { Length: 0 or > FactsMember.LongestText }) throw entry.Mistake($"\"item\" is a text of 1 to {FactsMember.LongestText} letters.");
        return new QueueBusiness(draft.Item, draft.Queue is null ? null : WindowOf(entry, "queue", draft.Queue));
    }

    private static string Named(ConfigurationEntry entry, string member, string? text) =>
        string.IsNullOrWhiteSpace(text) ? throw entry.Mistake($"\"{member}\" is the number as it stands in the lines, a text in double quotes.") : text;

    private static UnitPath WindowOf(ConfigurationEntry entry, string member, string? text)
    {
        if (!UnitPath.TryParse(text, out var path, out var fault)) throw entry.Mistake($"\"{member}\" is the unit path of a window: {fault}");
        return path.Kind == UnitKind.Window ? path : throw entry.Mistake($"\"{member}\" is the unit path of a window, province/county/department/window; {path} is none.");
    }

    // The note is for whoever reads the file.
    private sealed record Draft(int? Version, JsonElement? Machines);

    private sealed record MachineDraft(string? Machine, string? Queue, JsonElement? Windows, JsonElement? Businesses, string? Note);

    private sealed record WindowDraft(string? Window, string? Unit, string? Note);

    private sealed record BusinessDraft(string? Business, string? Item, string? Queue, string? Note);
}
