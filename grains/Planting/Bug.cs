namespace OpsBoard.Planting;

/// <summary>Faults that a test build can plant, to show that the tests find them. The numbers are those of the test programme.</summary>
public enum Bug
{
    None = 0,
    /// <summary>An answer before the commit.</summary>
    AnswerBeforeCommit = 1,
    /// <summary>The writer does not wait for the disk.</summary>
    SynchronousOff = 2,
    /// <summary>A commit for each item, so that half a batch may be stored.</summary>
    CommitPerItem = 3,
    /// <summary>Every sending is a new event.</summary>
    NoPrimaryKey = 4,
    /// <summary>Duplicates are known only as long as the process lives.</summary>
    DedupeInMemory = 5,
    /// <summary>Duplicates are known only on the day they come.</summary>
    DedupeByReceiveDay = 6,
    /// <summary>A window says what was added, and its department adds it.</summary>
    AdditiveDeltas = 7,
    /// <summary>Versions are counted by the activation.</summary>
    InMemoryVersion = 8,
    /// <summary>Versions are read from the clock.</summary>
    WallClockVersion = 9,
    /// <summary>The greatest count of a child is taken for its newest.</summary>
    HighestCount = 10,
    /// <summary>A correction that comes before its event is forgotten.</summary>
    TombstonesIgnored = 11,
    /// <summary>The correction that comes last wins, whatever its revision.</summary>
    CorrectionByArrival = 12,
    /// <summary>Fractions of a second are rounded, as the framework's parser does.</summary>
    RoundedTime = 13,
    /// <summary>The business day is that of the server's zone, UTC.</summary>
    ServerLocalDay = 14,
    /// <summary>One running count that is reset at midnight: what comes late counts on the day it comes.</summary>
    MidnightReset = 15,
    /// <summary>Sums in floating point.</summary>
    FloatSums = 16,
    /// <summary>Parents never look at the journal.</summary>
    NoAntiEntropy = 26,
    /// <summary>A time without an offset is taken for UTC.</summary>
    MissingOffsetAccepted = 27,
    /// <summary>Late events change sealed days at once.</summary>
    SealIgnored = 28,
    /// <summary>A window that has said a version does not say it again to a parent that asks for it.</summary>
    RepeatedTouchIgnored = 101,
    /// <summary>On a new day a parent waits for its children instead of reading the journal.</summary>
    NewDayNotRead = 102,
    /// <summary>A parent takes what a child says of a day that is over.</summary>
    YesterdayTaken = 109,
    /// <summary>Of two contents of one identity the later one stays unnoticed.</summary>
    ConflictIsDuplicate = 103,
    /// <summary>Second 60 is taken in any minute.</summary>
    LeapSecondAnywhere = 104,
    /// <summary>A contribution that was overtaken is taken as the newest.</summary>
    LastComeWins = 105,
    /// <summary>A change that comes while a unit speaks is not said afterwards.</summary>
    ChangeForgottenWhileSpeaking = 106,
    /// <summary>Of two events at one instant the one that came last is the later one.</summary>
    TiesByArrival = 107,
    /// <summary>Of a name given twice in one object the last value is believed.</summary>
    DuplicateNamesAccepted = 108,
}
