namespace OpsBoard.Web.Access.Devices;

public sealed class PairingCodeTests
{
    [Fact]
    public void A_code_is_eight_consonants_in_two_groups()
    {
        var codes = Enumerable.Range(0, 500).Select(static _ => PairingCode.New()).ToList();

        Assert.All(codes, static code => Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$", code));
        Assert.Equal(500, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(20, codes.SelectMany(static code => code.Replace("-", "", StringComparison.Ordinal)).Distinct().Count());
    }

    [Theory]
    [InlineData("BCDF-GHJK", "BCDF-GHJK")]
    [InlineData("bcdfghjk", "BCDF-GHJK")]
    [InlineData(" b c d f - g h j k ", "BCDF-GHJK")]
    [InlineData("BCDF-GHJ", null)]
    [InlineData("BCDF-GHJKL", null)]
    [InlineData("ABCD-FGHJ", null)]
    [InlineData("ＢＣＤＦ-ＧＨＪＫ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, PairingCode.Read(typed));
}
