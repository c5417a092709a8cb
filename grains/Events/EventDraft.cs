using System.Buffers.Text;
using OpsBoard.Units;

namespace OpsBoard.Events;

/// <summary>An event while it is being judged; each step fills in what it found sound. See <see cref="EventReader"/> for the order.</summary>
internal sealed class EventDraft
{
    private const int LongestId = 128;
    private const int LongestSource = 256;
    private const int LongestStream = 128;

    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    private readonly Envelope _envelope;
    private readonly long _nowMs;
    private readonly Rejection? _idFault;
    private string? _source;
    private EventKind _kind;
    private UnitPath _window;
    private long _occurredMs;
    private SequenceMark? _mark;
    private Facts _facts = Facts.None;

    public EventDraft(Envelope envelope, DateTimeOffset now)
    {
        _envelope = envelope;
        _nowMs = now.ToUnixTimeMilliseconds();
        // Read whatever else is wrong: the answer names the item by it.
        _idFault = Identifier(AttributeName.Id, "id", LongestId, Reasons.MissingId, Reasons.InvalidId, out var id);
        Id = id;
    }

    public string? Id { get; }

    public int Dropped { get; private set; }

    /// <summary>Once source and time have been read.</summary>
    public SourceTime Told => new(_source!, _occurredMs);

    public Rejection? Judge() =>
        Structure() ?? SpecVersion() ?? _idFault ?? Source() ?? Type() ?? Subject() ?? Time() ?? ContentType() ?? Sequence() ?? Data();

    public ServiceEvent ToEvent() => new(_source!, Id!, _kind, _window, _occurredMs, _facts) { Mark = _mark };

    private Rejection? Structure() => _envelope.Fault switch
    {
        null => null,
        StructureFault.NotAnObject => new Rejection(Reasons.NotAnObject, "The item is not a JSON object."),
        StructureFault.IllFormedText => new Rejection(Reasons.IllFormedText, "The item holds bytes that are not UTF-8, or half of a surrogate pair: send well-formed Unicode."),
        StructureFault.TooDeep => new Rejection(Reasons.TooDeep, $"The item is nested deeper than {StrictReader.MostLevels} levels."),
        _ => new Rejection(Reasons.DuplicateMember, "A member is given twice in one object: send each name once."),
    };

    private Rejection? SpecVersion()
    {
        var version = _envelope[AttributeName.SpecVersion];
        if (version.IsAbsent) return Missing(Reasons.MissingSpecVersion, "specversion", "1.0");
        return version.IsText && version.Utf8.Span.SequenceEqual("1.0"u8) ? null : new Rejection(Reasons.UnknownSpecVersion, "specversion must be the text 1.0.");
    }

    private Rejection? Source() =>
        Identifier(AttributeName.Source, "source", LongestSource, Reasons.MissingSource, Reasons.InvalidSource, out _source);

    private Rejection? Type()
    {
        var type = _envelope[AttributeName.Type];
        if (type.IsAbsent) return Missing(Reasons.MissingType, "type", "a type such as opsboard.case.accepted");
        return type.IsText && EventKinds.TryParseType(JsonText.Decode(type.Utf8.Span), out _kind)
            ? null
            : new Rejection(Reasons.UnknownType, "type is not one of the known types, which begin with opsboard. and are written in lower case.");
    }

    private Rejection? Subject()
    {
        var subject = _envelope[AttributeName.Subject];
        if (subject.IsAbsent) return Missing(Reasons.MissingSubject, "subject", "the unit path of the window");
        if (subject.IsText && JsonText.HasControl(subject.Utf8.Span)) return Control("subject");
        var text = subject.IsText ? JsonText.Decode(subject.Utf8.Span) : null;
        if (!UnitPath.TryParse(text, out _window) || _window.Kind != UnitKind.Window)
            return new Rejection(Reasons.InvalidSubject, "subject must be the unit path of a window: province/county/department/window, in lower-case letters, digits and hyphens.");
        return NamesCitizen(text)
            ? new Rejection(Reasons.PersonalData, "subject is shaped like an identity-card or telephone number: name the window instead.")
            : null;
    }

    private static bool NamesCitizen(ReadOnlySpan<char> path)
    {
        foreach (var segment in path.Split('/'))
        {
            if (PersonalData.IsIn(path[segment])) return true;
        }

        return false;
    }

    private Rejection? Time()
    {
        var time = _envelope[AttributeName.Time];
        if (time.IsAbsent) return Missing(Reasons.MissingTime, "time", "an RFC 3339 time with its offset");
        var fault = time.IsText ? Rfc3339.Read(time.Utf8.Span, out _occurredMs) : Rfc3339Fault.Invalid;
        if (fault == Rfc3339Fault.WithoutOffset) return new Rejection(Reasons.TimeWithoutOffset, "time has no offset: add Z or, for instance, +08:00.");
        if (fault != Rfc3339Fault.None) return new Rejection(Reasons.InvalidTime, "time is not RFC 3339: write it as 2026-11-21T10:00:00.123+08:00.");
        return _occurredMs < Rfc3339.EarliestMs
            ? new Rejection(Reasons.TimeOutOfRange, "time is before 1992: set the sender's clock.")
            : Ahead();
    }

    private Rejection? Ahead() =>
        _occurredMs <= _nowMs + (long)MostAhead.TotalMilliseconds
            ? null
            : new Rejection(Reasons.ClockAhead, $"time is more than 5 minutes ahead of the server, whose clock says {Rfc3339.Write(_nowMs)}: set the sender's clock.");

    private Rejection? ContentType()
    {
        if (!_envelope[AttributeName.DataBase64].IsAbsent) return new Rejection(Reasons.InvalidData, "data_base64 is not read: send data as a JSON object.");
        var type = _envelope[AttributeName.DataContentType];
        return type.IsAbsent || (type.IsText && IsJson(JsonText.Decode(type.Utf8.Span)))
            ? null
            : new Rejection(Reasons.InvalidData, "datacontenttype must be application/json or left out.");
    }

    private static bool IsJson(string mediaType)
    {
        var essence = mediaType.Split(';')[0].Trim();
        return essence.Equals("application/json", StringComparison.OrdinalIgnoreCase) || essence.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private Rejection? Sequence()
    {
        if (_envelope[AttributeName.Sequence].IsAbsent) return null;
        var stream = _envelope[AttributeName.Stream];
        if (!IsDecimal(AttributeName.Sequence, out var sequence) || !IsDecimal(AttributeName.Epoch, out var epoch))
            return new Rejection(Reasons.InvalidSequence, "sequence and epoch must be decimal numbers from 0 on.");
        if (!stream.IsAbsent && (!stream.IsText || stream.Utf8.Length > LongestStream || JsonText.HasControl(stream.Utf8.Span)))
            return new Rejection(Reasons.InvalidSequence, $"stream must be text of at most {LongestStream} bytes without control characters.");
        _mark = new SequenceMark(JsonText.Decode(stream.Utf8.Span), epoch, sequence);
        return null;
    }

    // CloudEvents has the extension as text, yet many senders write a number, which can be read without doubt too.
    private bool IsDecimal(AttributeName attribute, out long number)
    {
        number = 0;
        var value = _envelope[attribute];
        if (value.IsAbsent) return true;
        var digits = value.Utf8.Span;
        return value.Form != AttributeForm.Unclear
            && !digits.IsEmpty && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && Utf8Parser.TryParse(digits, out number, out _);
    }

    private Rejection? Data()
    {
        var reader = new FactsReader(FactsMembers.Of(_kind));
        var rejection = reader.Read(_envelope.Data);
        Dropped = reader.Dropped;
        if (rejection is null) _facts = reader.Facts;
        return rejection;
    }

    private Rejection? Identifier(AttributeName attribute, string name, int longest, string missing, string invalid, out string? text)
    {
        text = null;
        var value = _envelope[attribute];
        if (value.IsAbsent) return Missing(missing, name, $"text of 1 to {longest} bytes");
        if (!value.IsText || value.Utf8.Length < 1 || value.Utf8.Length > longest) return new Rejection(invalid, $"{name} must be text of 1 to {longest} bytes.");
        if (JsonText.HasControl(value.Utf8.Span)) return Control(name);
        text = JsonText.Decode(value.Utf8.Span);
        return null;
    }

    private static Rejection Missing(string reason, string name, string remedy) => new(reason, $"{name} is missing: it must be {remedy}.");

    private static Rejection Control(string name) => new(Reasons.ControlCharacter, $"{name} holds a control character: take it out.");
}
