using System.Text;
using OpsBoard.Web.Fleet;

namespace OpsBoard.Web.Screens.Fleet;

public sealed class WallReportReaderTests
{
    private const string Whole =
        """{"scope":"hainan","view":"overview","width":1920,"height":1080,"amThousandths":1835,"build":"0.1.0+9c1e07d2","dataAgeMs":400,"state":"live","paused":false,"paintedAgoMs":120,"fps":60,"heapBytes":null,"nodes":900,"reloads":0}""";

    [Fact]
    public void A_whole_report_is_taken() => Assert.Equal(new SomeReport().Report, WallReportReader.Read(Encoding.UTF8.GetBytes(Whole)));

    [Theory]
    [InlineData("\"scope\":\"hainan\"", "\"scope\":\"../hainan\"")]
    [InlineData("\"scope\":\"hainan\"", "\"scope\":null")]
    [InlineData("\"view\":\"overview\"", "\"view\":\"<b>\"")]
    [InlineData("\"width\":1920", "\"width\":0")]
    [InlineData("\"width\":1920", "\"width\":19.5")]
    [InlineData("\"state\":\"live\"", "\"state\":\"lost\"")]
    [InlineData("\"build\":\"0.1.0+9c1e07d2\"", "\"build\":\"a b\"")]
    [InlineData("\"dataAgeMs\":400", "\"dataAgeMs\":-1")]
    [InlineData("\"fps\":60", "\"fps\":60,\"fps\":61")]
    [InlineData("\"fps\":60", "\"fps\":60,\"owner\":\"x\"")]
    [InlineData("\"nodes\":900,", "")]
    [InlineData("\"scope\":\"hainan\"", "\"scope\":\"\\ud800\"")]
    [InlineData("{", "[")]
    public void What_is_missing_unknown_or_out_of_bounds_is_refused(string from, string to) =>
        Assert.Null(WallReportReader.Read(Encoding.UTF8.GetBytes(Whole.Replace(from, to, StringComparison.Ordinal))));
}
