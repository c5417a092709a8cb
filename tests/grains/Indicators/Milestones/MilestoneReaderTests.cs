using OpsBoard.Indicators.Milestones;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

public sealed class MilestoneReaderTests
{
    [Fact]
    public void A_declaration_says_its_value_its_document_and_its_office() =>
        Assert.Equal(SomeMilestone.Of(), SomeMilestone.Read(SomeMilestone.Json).Milestone);

    [Fact]
    public void About_a_hundred_at_least_a_hundred_and_a_hundred_are_kept_apart() => Assert.Equal(
        [MilestoneQualifier.About, MilestoneQualifier.AtLeast, MilestoneQualifier.Exact],
        [Qualifier("\"about\""), Qualifier("\"atLeast\""), Qualifier("null")]);

    [Fact]
    public void Name_note_and_target_may_be_said_too()
    {
        var read = SomeMilestone.Read(With("""
            "name":{"zh":"一件事一次办","en":"One thing, one visit"},"note":"含乡镇事项","target":{"value":80,"year":2023,"document":"实施方案"}
            """)).Milestone;

        Assert.Equal(
            SomeMilestone.Of() with { Name = new Wording("一件事一次办", "One thing, one visit"), Note = "含乡镇事项", Target = new MilestoneTarget(80, 2023, "实施方案") },
            read);
    }

    [Fact]
    public void A_target_may_be_all_of_them() =>
        Assert.Equal(new MilestoneTarget(null, 2023, "实施方案"), SomeMilestone.Read(With("""
            "target":{"value":"all","year":2023,"document":"实施方案"}
            """)).Milestone!.Target);

    [Theory]
    [InlineData("[]", "not_an_object", "The item is not a JSON object.")]
    [InlineData("{", "not_an_object", "The item is not a JSON object.")]
    [InlineData("""{"id":"a","id":"b"}""", "duplicate_member", "The item says a member twice: leave one of them out.")]
    [InlineData("""{"id":"\ud800"}""", "ill_formed_text", "The item holds text that is not well-formed UTF-8: mend it.")]
    [InlineData("{}", "missing_member", "unit is missing: it must be the unit path of a province, county, department or window, such as hainan/jiyang.")]
    public void What_is_no_declaration_is_refused_with_its_reason(string json, string reason, string detail) =>
        Assert.Equal((reason, detail), RefusalOf(json));

    [Theory]
    [InlineData("\"unit\":\"hainan/jiyang\"", "\"unit\":\"hainan/~/housing\"", "invalid_unit unit")]
    [InlineData("\"unit\":\"hainan/jiyang\"", "\"unit\":\"Hainan\"", "invalid_unit unit")]
    [InlineData("\"one-thing\"", "\"One thing\"", "invalid_member id")]
    [InlineData("61", "-1", "invalid_member value")]
    [InlineData("61", "61.5", "invalid_member value")]
    [InlineData("61", "\"61\"", "invalid_member value")]
    [InlineData("\"value\":61,", "", "missing_member value")]
    [InlineData("\"exact\"", "\"roughly\"", "invalid_member qualifier")]
    [InlineData("\"年度工作总结\"", "\"  \"", "invalid_member document")]
    [InlineData("\"年度工作总结\"", "\"a\\u0007\"", "control_character document")]
    [InlineData("2022-12-30", "2022-02-30", "invalid_member documentDate")]
    [InlineData("2022-12-30", "2099-12-30", "time_out_of_range documentDate")]
    [InlineData("营商环境建设局", "460200199001011234", "personal_data declaredBy")]
    [InlineData("\"unit\"", "\"target\":7,\"unit\"", "invalid_member target")]
    [InlineData("\"unit\"", "\"target\":{\"value\":\"most\",\"year\":2023,\"document\":\"d\"},\"unit\"", "invalid_member target.value")]
    [InlineData("\"unit\"", "\"target\":{\"value\":80,\"year\":23,\"document\":\"d\"},\"unit\"", "invalid_member target.year")]
    [InlineData("\"unit\"", "\"name\":{\"zh\":\"一件事\"},\"unit\"", "missing_member name.en")]
    [InlineData("\"unit\"", "\"person\":\"x\",\"unit\"", "unknown_member person")]
    [InlineData("\"unit\"", "\"name\":{\"fr\":\"x\"},\"unit\"", "unknown_member name.fr")]
    public void A_member_that_is_wrong_is_named_with_the_remedy(string said, string instead, string refusal)
    {
        var (reason, detail) = RefusalOf(SomeMilestone.Json.Replace(said, instead, StringComparison.Ordinal));

        Assert.Equal(refusal, $"{reason} {detail.Split(' ')[0]}");
    }

    [Fact]
    public void A_refusal_names_the_id_where_it_can_be_read() =>
        Assert.Equal("one-thing", SomeMilestone.Read(SomeMilestone.Json.Replace("61", "-1", StringComparison.Ordinal)).Id);

    private static MilestoneQualifier Qualifier(string json) => SomeMilestone.Read(SomeMilestone.Json.Replace("\"exact\"", json, StringComparison.Ordinal)).Milestone!.Qualifier;

    private static string With(string members) => SomeMilestone.Json[..^1] + "," + members + "}";

    private static (string Reason, string Detail) RefusalOf(string json)
    {
        var rejection = SomeMilestone.Read(json).Rejection!;
        return (rejection.Reason, rejection.Detail);
    }
}
