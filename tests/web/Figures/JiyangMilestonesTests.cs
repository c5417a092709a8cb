using System.Text;
using System.Text.Json;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>
/// What no event can say is declared with its document: 61 “一件事一次办” (target 80), 300 “全省通办” (all), 近百 “信用+” (100) and 350 internal
/// “零跑动” (600), the targets being those of 2023.
/// </summary>
public sealed class JiyangMilestonesTests
{
    [Fact]
    public async Task The_declared_values_are_told_as_they_were_declared_each_beside_its_target()
    {
        await using var hall = await Hall.Open("2026-11-20 18:00");

        var import = await Import(hall);

        var milestones = (await hall.Server.Get($"/api/v1/milestones?scope={Hall.County}")).GetProperty("milestones").EnumerateArray();
        Assert.Equal(0, import.ExitStatus);
        Assert.Equal(
            ["credit-scenes about 100 of 100 in 2023", "internal-zero-trip exact 350 of 600 in 2023", "one-thing exact 61 of 80 in 2023", "province-wide atLeast 300 of all in 2023"],
            milestones.Select(static milestone => $"{milestone.GetProperty("id").GetString()} {Written(milestone.GetProperty("current"))}").Order(StringComparer.Ordinal));
    }

    // 近百个 is about 100 and no 100: the words of the document stand beside the number, and so does the year before.
    [Fact]
    public async Task The_table_keeps_the_words_of_the_document_and_the_value_that_was_replaced()
    {
        await using var hall = await Hall.Open("2026-11-20 18:00");
        await Import(hall);

        var rows = (await hall.Server.Client.GetStringAsync($"/api/v1/milestones?scope={Hall.County}&format=csv")).Split("\r\n");

        Assert.Contains(rows, static row => row.StartsWith($"{Hall.County},credit-scenes,", StringComparison.Ordinal) && row.Contains(",100,about,", StringComparison.Ordinal) && row.Contains(",近百个,100,2023,", StringComparison.Ordinal));
        Assert.Equal(["true", "false"], rows.Where(static row => row.StartsWith($"{Hall.County},one-thing,", StringComparison.Ordinal)).Select(static row => row.Split(',')[^1]));
    }

    [Fact]
    public async Task The_same_declaration_through_the_interface_is_known_already()
    {
        await using var hall = await Hall.Open("2026-11-20 18:00");
        await Import(hall);
        using var body = new StringContent(
            """
            {"unit":"hainan/jiyang","id":"credit-scenes","name":{"zh":"“信用+”应用场景","en":"Uses of credit records"},"value":100,"qualifier":"about",
             "document":"2022年优化营商环境工作总结（示例）","documentDate":"2022-12-30","declaredBy":"信用建设主管部门","note":"近百个",
             "target":{"value":100,"year":2023,"document":"2023年优化营商环境工作要点（示例）"}}
            """,
            Encoding.UTF8,
            "application/json");

        using var answer = await hall.Server.Client.PostAsync("/api/v1/milestones", body);

        Assert.Equal(1, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("duplicate").GetInt32());
    }

    private static Task<(int ExitStatus, string Output, string Errors)> Import(Hall hall) =>
        OpsBoardProcess.Run("import", Path.Combine(Corpora.Repository(), "docs", "examples", "milestones.csv"), "--milestones", "--data", hall.Server.Data);

    private static string Written(JsonElement declared)
    {
        var target = declared.GetProperty("target");
        return $"{declared.GetProperty("qualifier").GetString()} {declared.GetProperty("value")} of {target.GetProperty("value")} in {target.GetProperty("year")}";
    }
}
