namespace OpsBoard.Web.Access.Sources;

/// <summary>What became of the claim to be a source, once the body was there.</summary>
internal enum SourceProof
{
    Proven,

    /// <summary>No key of the source made the signature over these bytes.</summary>
    WrongSignature,

    /// <summary>It is the source, and the request was signed too long ago or in the future.</summary>
    OtherTime,
}
