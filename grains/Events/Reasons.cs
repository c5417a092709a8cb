namespace OpsBoard.Events;

/// <summary>The words in which intake says why it refused an item; senders may rely on them.</summary>
public static class Reasons
{
    public const string NotAnObject = "not_an_object";
    public const string DuplicateMember = "duplicate_member";
    public const string TooDeep = "too_deep";
    public const string IllFormedText = "ill_formed_text";
    public const string ControlCharacter = "control_character";
    public const string MissingSpecVersion = "missing_specversion";
    public const string UnknownSpecVersion = "unknown_specversion";
    public const string MissingSource = "missing_source";
    public const string MissingId = "missing_id";
    public const string MissingSubject = "missing_subject";
    public const string MissingType = "missing_type";
    public const string MissingTime = "missing_time";
    public const string InvalidSource = "invalid_source";
    public const string InvalidId = "invalid_id";
    public const string InvalidSubject = "invalid_subject";
    public const string InvalidSequence = "invalid_sequence";
    public const string UnknownType = "unknown_type";
    public const string InvalidTime = "invalid_time";
    public const string TimeWithoutOffset = "time_without_offset";
    public const string TimeOutOfRange = "time_out_of_range";
    public const string ClockAhead = "clock_ahead";
    public const string InvalidData = "invalid_data";
    public const string MissingMember = "missing_member";
    public const string InvalidMember = "invalid_member";
    public const string PersonalData = "personal_data";
    public const string UnknownMember = "unknown_member";
    public const string InvalidUnit = "invalid_unit";
    public const string UnknownUnit = "unknown_unit";
    public const string MalformedLine = "malformed_line";
    public const string UnknownCode = "unknown_code";
    public const string UnknownMachine = "unknown_machine";
    public const string UnknownBusiness = "unknown_business";
    public const string UnknownWindow = "unknown_window";
    public const string MissingWindow = "missing_window";
    public const string NotYours = "not_yours";
    public const string TwoLeads = "two_leads";
    public const string NoSuchWeek = "no_such_week";
    public const string CannotFollow = "cannot_follow";
    public const string UnknownDuty = "unknown_duty";
}
