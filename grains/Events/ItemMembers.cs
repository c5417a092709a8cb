using System.Text;
using System.Text.Json;
using OpsBoard.Units;

namespace OpsBoard.Events;

/// <summary>The members of one object of a declaration or of an entry of the ledger; null says the same as not saying it.</summary>
internal sealed class ItemMembers
{
    public const int LongestText = 256;
    private const int LongestId = 64;
    private const int FirstYear = 1992;
    private const int LastYear = 2100;

    // Far beyond anything that is declared, and a number that every reader of JSON takes without loss.
    private const long MostValue = 1_000_000_000_000;

    private readonly Dictionary<string, JsonElement> _members;
    private readonly string _prefix;

    /// <param name="json">An object.</param>
    /// <param name="prefix">What stands before the names in a refusal.</param>
    public ItemMembers(JsonElement json, string prefix)
    {
        _members = json.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Null).ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal);
        _prefix = prefix;
    }

    /// <summary>So that a refusal can name what it refuses.</summary>
    public string? IdIfReadable => _members.TryGetValue("id", out var id) && id.ValueKind == JsonValueKind.String && IsId(id.GetString()!) ? id.GetString() : null;

    public void RefuseOthersThan(params ReadOnlySpan<string> known)
    {
        foreach (var name in _members.Keys)
        {
            if (!known.Contains(name)) throw new ItemFaultException(Reasons.UnknownMember, $"{_prefix}{Shortened(name)} is not a member: leave it out, or say one of {string.Join(", ", known!)}.");
        }
    }

    public ItemMembers? Object(string name)
    {
        if (!_members.TryGetValue(name, out var json)) return null;
        return json.ValueKind == JsonValueKind.Object ? new ItemMembers(json, $"{_prefix}{name}.") : throw Invalid(name, "an object");
    }

    /// <param name="longest">In bytes of UTF-8.</param>
    public string Text(string name, int longest = LongestText) => TextOrNull(name, longest) ?? throw Missing(name, $"text of 1 to {longest} bytes");

    public string? TextOrNull(string name, int longest = LongestText)
    {
        if (!_members.TryGetValue(name, out var json)) return null;
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        if (string.IsNullOrWhiteSpace(text) || Encoding.UTF8.GetByteCount(text) > longest) throw Invalid(name, $"text of 1 to {longest} bytes");
        if (JsonText.HasControl(text)) throw new ItemFaultException(Reasons.ControlCharacter, $"{_prefix}{name} holds a control character: take it out.");
        return PersonalData.IsIn(text)
            ? throw new ItemFaultException(Reasons.PersonalData, $"{_prefix}{name} is shaped like an identity-card or telephone number: take it out.")
            : text;
    }

    public string Id(string name)
    {
        const string remedy = "1 to 64 lower-case ASCII letters, digits and inner hyphens, such as one-thing";
        var id = TextOrNull(name) ?? throw Missing(name, remedy);
        return IsId(id) ? id : throw Invalid(name, remedy);
    }

    public UnitPath Unit(string name)
    {
        const string remedy = "the unit path of a province, county, department or window, such as hainan/jiyang";
        var text = TextOrNull(name) ?? throw Missing(name, remedy);
        return UnitPath.TryParse(text, out var unit) && !unit.IsLine ? unit : throw new ItemFaultException(Reasons.InvalidUnit, $"{_prefix}{name} must be {remedy}.");
    }

    public long Whole(string name) => WholeIn(name, 0, MostValue, $"a whole number from 0 to {MostValue}, without fraction or exponent");

    public long? WholeOrAll(string name)
    {
        var isAll = _members.TryGetValue(name, out var json) && json.ValueKind == JsonValueKind.String && json.ValueEquals("all");
        return isAll ? null : WholeIn(name, 0, MostValue, $"a whole number from 0 to {MostValue}, or \"all\"");
    }

    public int Year(string name) => (int)WholeIn(name, FirstYear, LastYear, $"a year from {FirstYear} to {LastYear}");

    /// <summary>A word out of a few; null where it is not said.</summary>
    /// <param name="all">The words, as a refusal names them.</param>
    public T? OneOf<T>(string name, Func<string?, T?> parse, string all)
        where T : struct => _members.TryGetValue(name, out var json)
        ? parse(json.ValueKind == JsonValueKind.String ? json.GetString() : null) ?? throw Invalid(name, all)
        : null;

    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>The values of an array, whatever they are; none where it is not said.</summary>
    public IEnumerable<JsonElement> Values(string name) => !_members.TryGetValue(name, out var json) ? [] : json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw Invalid(name, "an array");

    /// <summary>The text as it was written, whatever it is; for members that need a refusal of their own.</summary>
    public JsonElement? Raw(string name) => _members.TryGetValue(name, out var json) ? json : null;

    public DateOnly PastDay(string name, BusinessDay today)
    {
        const string remedy = "a date such as 2023-07-31";
        var text = TextOrNull(name) ?? throw Missing(name, remedy);
        if (!BusinessDay.TryParse(text, out var day) || day.Date.Year < FirstYear) throw Invalid(name, $"{remedy}, from {FirstYear} on");
        return day <= today ? day.Date : throw new ItemFaultException(Reasons.TimeOutOfRange, $"{_prefix}{name} lies in the future: declare the document when it is issued.");
    }

    /// <param name="least">Of the number, and the greatest that it may be.</param>
    public long WholeIn(string name, long least, long most) => WholeIn(name, least, most, $"a whole number from {least} to {most}");

    private long WholeIn(string name, long least, long most, string remedy)
    {
        if (!_members.TryGetValue(name, out var json)) throw Missing(name, remedy);
        long whole = 0;
        var isWhole = json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out whole);
        return isWhole && whole >= least && whole <= most ? whole : throw Invalid(name, remedy);
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id[0] != '-' && id[^1] != '-' && id.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Shortened(string name) => name.Length <= LongestId ? name : name[..LongestId] + "…";

    private ItemFaultException Missing(string name, string remedy) => new(Reasons.MissingMember, $"{_prefix}{name} is missing: it must be {remedy}.");

    private ItemFaultException Invalid(string name, string remedy) => new(Reasons.InvalidMember, $"{_prefix}{name} must be {remedy}.");
}
