namespace OpsBoard.Web.Intake;

/// <summary>How CloudEvents stand in an HTTP request.</summary>
internal enum ContentMode
{
    /// <summary>A JSON array of events.</summary>
    Batch,

    /// <summary>One event as a JSON object.</summary>
    Structured,

    /// <summary>Attributes in headers, data in the body.</summary>
    Binary,
}
