namespace OpsBoard.LoadTest;

/// <summary>What a source says about the order of its events.</summary>
internal enum Numbering
{
    /// <summary>Nothing: each event has an id like a UUID, which says nothing about its neighbours.</summary>
    IdOnly,

    /// <summary>A stream, an epoch and a sequence without a gap; the id follows the sequence.</summary>
    Numbered,
}
