using System.Collections.Immutable;
using System.Globalization;
using OpsBoard.Events;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;

namespace OpsBoard.Web.Access.Sources;

/// <summary>
/// The source that a request says it comes from, a feature of the request. Its headers alone prove nothing where it is signed: whoever takes its
/// body asks for the proof first.
/// </summary>
/// <param name="signature">Null: it showed a bearer key, and that was the proof.</param>
internal sealed class SourceClaim(RegisteredSource source, ImmutableArray<HeldKey> keys, SourceSignature? signature, SourceLedger ledger)
{
    public static SourceClaim? Of(HttpContext http) => http.Features.Get<SourceClaim>();

    public RegisteredSource Source => source;

    /// <summary>A signature covers the body and no header, so what is said in headers could be anybody's.</summary>
    public bool IsSigned => signature is not null;

    /// <param name="body">As it was received.</param>
    public SourceProof Prove(ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (KeyOf(body) is not { } key) return Refused(SourceProof.WrongSignature, "a signature that no key of the source made");
        if (signature?.IsOfNow(now) == false)
            return Refused(SourceProof.OtherTime, string.Create(CultureInfo.InvariantCulture, $"signed {(long)(signature.SignedAt - now).TotalSeconds:+0;-0} s off the server's clock"));
        ledger.Used(key.Id);
        return SourceProof.Proven;
    }

    /// <returns>Null when the unit is the source's own.</returns>
    public Rejection? RefusalOf(UnitPath unit) =>
        source.Writes(unit) ? null : new Rejection(Reasons.NotYours, "The unit is not among those that you may write: ask the administrator, or mend the path.");

    /// <param name="name">The CloudEvents <c>source</c> that the sender wrote.</param>
    /// <returns>Null when the name is the source's own.</returns>
    public Rejection? RefusalOf(string name) =>
        source.SpeaksAs(name) ? null : new Rejection(Reasons.NotYours, $"source must be {source.Name}, or begin with {source.Name}/, so that no other source can be taken for you.");

    /// <summary>What was refused of one request because it is another's.</summary>
    /// <param name="foreign">1 or more.</param>
    /// <param name="items">Of the whole request.</param>
    /// <param name="first">The unit of the first of them; null where only the names were foreign.</param>
    public void NoteForeign(int foreign, int items, UnitPath? first) => ledger.Note(
        source,
        AuditActions.SourceNotYours,
        foreign,
        string.Create(CultureInfo.InvariantCulture, $"{foreign} of {items} items, {(first is { } unit ? $"the first of {unit}" : "under a name that is not its own")}"));

    private SourceProof Refused(SourceProof proof, string detail)
    {
        ledger.Note(source, AuditActions.SourceRefused, 0, detail);
        return proof;
    }

    // A lambda cannot hold a span.
    private SourceKey? KeyOf(ReadOnlySpan<byte> body)
    {
        if (signature is null) return keys[0].Key;
        foreach (var held in keys)
        {
            if (signature.IsMadeWith(held.Secret, body)) return held.Key;
        }

        return null;
    }
}
