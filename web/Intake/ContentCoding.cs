namespace OpsBoard.Web.Intake;

/// <summary>How a body is compressed.</summary>
internal enum ContentCoding
{
    None,
    Gzip,
    Brotli,
}
