using System.Security.Cryptography;
using System.Text;

namespace OpsBoard.Supervision.Notices;

/// <summary>One notice of an entry: who is told of which step towards which week. An entry whose week changes has new notices.</summary>
[GenerateSerializer, Immutable, Alias("NoticeKey")]
public readonly record struct NoticeKey([property: Id(0)] string Step, [property: Id(1)] IsoWeek Week, [property: Id(2)] string Receiver)
{
    private const int DigestBytes = 16;

    /// <summary>
    /// By what a receiver knows that he was told before: <c>notice-</c> and 32 hexadecimal digits. It follows from entry and notice alone, so every attempt, of
    /// whatever server, has the same.
    /// </summary>
    public string IdentityIn(TaskId task) => "notice-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{task}:{this}")).AsSpan(0, DigestBytes));

    public override string ToString() => $"{Step}:{Week}:{Receiver}";
}
