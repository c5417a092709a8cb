using System.Text;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Tests.Board;

public sealed class CsvBodyTests
{
    [Fact]
    public void A_table_begins_with_a_byte_order_mark_and_ends_its_lines_as_rfc_4180_says() =>
        Assert.Equal("\uFEFFa,b\r\n1,\r\n", Text("1", null));

    [Theory]
    [InlineData("吉阳区", "吉阳区")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("-1.5\n", "\"'-1.5\n\"")]
    public void A_cell_is_quoted_where_it_must_be_and_never_runs_as_a_formula(string text, string cell) =>
        Assert.Equal($"\uFEFFa,b\r\n{cell},x\r\n", Text(text, "x"));

    private static string Text(params string?[] row) => Encoding.UTF8.GetString(CsvBody.Write(["a", "b"], [row]).Span);
}
