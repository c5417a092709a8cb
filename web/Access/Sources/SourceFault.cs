namespace OpsBoard.Web.Access.Sources;

/// <summary>Why something could not be done about a source.</summary>
public enum SourceFault
{
    /// <summary>A name has lower-case ASCII letters, digits and inner hyphens, 1 to 64 of them.</summary>
    Name,

    /// <summary>A source has the name, or had it.</summary>
    NameTaken,

    /// <summary>No source has the name.</summary>
    Unknown,

    /// <summary>What a source may write is one unit of the roster or several.</summary>
    Units,

    /// <summary>A rate is 1 to 1,000,000 events a second.</summary>
    Rate,

    /// <summary>The source has no such key that is active.</summary>
    Key,

    /// <summary>Nothing was named that would change.</summary>
    Nothing,
}
