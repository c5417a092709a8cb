namespace OpsBoard.Events;

/// <summary>The CloudEvents attributes that are read, in the order in which they are judged; all others are ignored.</summary>
public enum AttributeName
{
    SpecVersion,
    Id,
    Source,
    Type,
    Subject,
    Time,
    DataContentType,
    Sequence,
    Stream,
    Epoch,

    /// <summary>Known only in order to say that it is not read.</summary>
    DataBase64,
}
