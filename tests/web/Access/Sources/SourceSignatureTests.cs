using System.Text;
using Microsoft.AspNetCore.Http;
using OpsBoard.Testing;

namespace OpsBoard.Web.Access.Sources;

/// <summary>Which headers are a signature over which bytes. The tags were worked out by other programs.</summary>
public sealed class SourceSignatureTests
{
    private const string Secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string Id = "r-1";
    private const string Timestamp = "1763604000";
    private const string Body = """[{"id":"受理-1"}]""";
    private const string Tag = "LZrpy4yggWCOlL3znzDzJBoqyq0kV+O3DmCkywUV5CE=";

    [Theory]
    // The example of the Standard Webhooks specification.
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", """{"test": 2432232314}""", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData(Secret, Id, Timestamp, Body, $"v1,{Tag}")]
    [InlineData(Secret, Id, Timestamp, "", "v1,Oa9s3OIWZURVTXhGmp8LQzD8FEbv6KDD0pomLlhgOpI=")]
    [InlineData(Secret, Id, Timestamp, Body, $"v1a,bm90IG91cnM= v1,Oa9s3OIWZURVTXhGmp8LQzD8FEbv6KDD0pomLlhgOpI= v1,{Tag}")]
    public void A_signature_over_exactly_these_bytes_is_taken(string secret, string id, string timestamp, string body, string signature) =>
        Assert.True(Read(id, timestamp, signature)!.IsMadeWith(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData(Secret, "r-2", Timestamp, Body)]
    [InlineData(Secret, Id, "1763604001", Body)]
    [InlineData(Secret, Id, "01763604000", Body)]
    [InlineData(Secret, Id, Timestamp, """[{"id":"受理-2"}]""")]
    [InlineData(Secret, Id, Timestamp, $"{Body} ")]
    [InlineData(Secret, Id, Timestamp, "")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh4=", Id, Timestamp, Body)]
    public void A_signature_over_anything_else_is_not(string secret, string id, string timestamp, string body) =>
        Assert.False(Read(id, timestamp, $"v1,{Tag}")!.IsMadeWith(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("", Timestamp, $"v1,{Tag}")]
    [InlineData("r 1", Timestamp, $"v1,{Tag}")]
    [InlineData("r-受", Timestamp, $"v1,{Tag}")]
    [InlineData(Id, "", $"v1,{Tag}")]
    [InlineData(Id, "-1", $"v1,{Tag}")]
    [InlineData(Id, "1763604000.5", $"v1,{Tag}")]
    [InlineData(Id, "2026-11-20T10:00:00+08:00", $"v1,{Tag}")]
    [InlineData(Id, "176360400000", $"v1,{Tag}")]
    [InlineData(Id, "١٧٦٣٦٠٤٠٠٠", $"v1,{Tag}")]
    [InlineData(Id, Timestamp, "")]
    [InlineData(Id, Timestamp, Tag)]
    [InlineData(Id, Timestamp, $"v2,{Tag}")]
    [InlineData(Id, Timestamp, "v1,")]
    [InlineData(Id, Timestamp, "v1,LZrpy4yggWCOlL3znzDzJA==")]
    [InlineData(Id, Timestamp, "v1,LZrpy4yggWCOlL3znzDzJBoqyq0kV+O3DmCkywUV5CEA")]
    [InlineData(Id, Timestamp, "v1,%%%%")]
    [InlineData(Id, Timestamp, $"v1:{Tag}")]
    public void Headers_of_another_form_are_no_signature(string id, string timestamp, string signature) => Assert.Null(Read(id, timestamp, signature));

    [Fact]
    public void An_id_has_at_most_128_characters()
    {
        Assert.NotNull(Read(new string('r', 128), Timestamp, $"v1,{Tag}"));
        Assert.Null(Read(new string('r', 129), Timestamp, $"v1,{Tag}"));
    }

    [Fact]
    public void A_header_that_comes_twice_is_no_signature() =>
        Assert.Null(SourceSignature.Read(new HeaderDictionary { ["webhook-id"] = Id, ["webhook-timestamp"] = new([Timestamp, Timestamp]), ["webhook-signature"] = $"v1,{Tag}" }));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_request_may_be_signed_five_minutes_before_or_after_the_servers_time(int seconds, bool isOfNow)
    {
        var timestamp = ManualClock.Opening.AddSeconds(seconds).ToUnixTimeSeconds();

        Assert.Equal(isOfNow, Read(Id, $"{timestamp}", $"v1,{Tag}")!.IsOfNow(ManualClock.Opening));
    }

    private static SourceSignature? Read(string id, string timestamp, string signature) =>
        SourceSignature.Read(new HeaderDictionary { ["webhook-id"] = id, ["webhook-timestamp"] = timestamp, ["webhook-signature"] = signature });
}
