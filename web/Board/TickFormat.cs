using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>The short message that proves that the line lives and carries the server's time.</summary>
internal static class TickFormat
{
    public static ReadOnlyMemory<byte> Write(Frame frame, BuildIdentity build, DateTimeOffset now, TimeSpan feedAge) => JsonBody.Write(json =>
    {
        json.WriteString("kind", "tick");
        json.WriteString("epoch", frame.Epoch);
        json.WriteNumber("version", frame.Version);
        json.WriteString("serverTime", JsonBody.Stamp(now));
        json.WriteString("businessDay", BusinessDay.Of(now).ToString());
        json.WriteString("build", build.Id);
        json.WriteNumber("feedAgeMs", (long)feedAge.TotalMilliseconds);
    });
}
