using OpsBoard.Configuration;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>What <c>escalations.json</c> may say; a mistake is named with its line and what would be right.</summary>
public sealed class EscalationsReaderTests
{
    [Fact]
    public void The_example_of_the_documents_is_right()
    {
        var rules = EscalationsReader.ReadFile(Path.Combine(Corpora.Repository(), "docs", "examples", "escalations.json"));

        Assert.Equal((4, 2), (rules.Receivers.Length, rules.Ladders.Length));
        Assert.Equal("problems", rules.LadderFor(TaskKind.Blockage, UnitPath.Parse("hainan/jiyang"))!.Id);
        Assert.Equal("tasks", rules.LadderFor(TaskKind.KeyWork, UnitPath.Parse("hainan/jiyang"))!.Id);
    }

    [Fact]
    public void Steps_stand_by_their_days_whatever_the_order_in_the_file()
    {
        var rules = SomeEscalations.Read(SomeEscalations.Json("""{"id":"b","days":5,"to":["lead"]},{"id":"a","days":-5,"to":["lead"]}"""));

        Assert.Equal(["a", "b"], rules.Ladders[0].Steps.Select(static step => step.Id));
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "line 1: \"version\" is 1.")]
    [InlineData("\"from\":\"2026-01-01\",", "", "line 1: \"from\" is missing: the day from which on steps are sent, such as \"2026-12-01\".")]
    [InlineData("\"days\":3", "\"days\":900", "line 5: \"days\" are working days from -250")]
    [InlineData("\"to\":[\"keeper\",\"oa\"]", "\"to\":[\"keepr\"]", "line 5: \"to\" \"keepr\" is neither a receiver of this file nor one of lead, supports, keeper, superior.")]
    [InlineData("\"to\":[\"keeper\",\"oa\"]", "\"to\":[]", "line 5: \"to\" is a list of receivers, or of lead, supports, keeper, superior.")]
    [InlineData("\"id\":\"late-3\"", "\"id\":\"due\"", "line 5: \"due\" is given twice; keep one of the two.")]
    [InlineData("\"id\":\"oa\"", "\"id\":\"lead\"", "line 4: \"id\" \"lead\" is the name of a part in an entry; call the receiver otherwise.")]
    [InlineData("housing@example.org", "housing", "line 2: \"mail\" \"housing\" is no address; write it as office@example.org.")]
    [InlineData("housing@example.org", "a@b\\r\\nBcc: c@d", "is no address; write it as office@example.org.")]
    [InlineData("https://oa", "ftp://oa", "line 4: \"webhook\" is an address that begins with https:// or http://.")]
    [InlineData("https://oa", "https://user:word@oa", "line 4: \"webhook\" holds a name or a password; leave them out: requests are signed with the secret.")]
    [InlineData(",\"secret\":\"oa\"", "", "line 4: a webhook needs \"secret\": the name under which Notices:Secrets has it.")]
    [InlineData(",\"secret\":\"oa\"", ",\"mail\":[\"a@b.org\"]", "line 4: a receiver has \"mail\" (a list of addresses) or a \"webhook\" (an address), and not both.")]
    [InlineData("\"language\":\"en\"", "\"language\":\"fr\"", "line 3: \"language\" is \"zh\" or \"en\".")]
    [InlineData("\"units\":[\"hainan/jiyang\"]", "\"units\":[\"hainan/~/housing\"]", "line 3: \"units\" are units; hainan/~/housing is a line.")]
    [InlineData("\"id\":\"tasks\"", "\"id\":\"tasks\",\"kinds\":[\"task\"]", "line 5: \"kinds\" are inspection, challenge, keyWork, blockage, unresolved or rectification, not \"task\".")]
    [InlineData("\"days\":3", "\"day\":3", "line 5: \"day\" is not known; known are id, days, to, note.")]
    public void A_mistake_is_named_with_its_line_and_its_remedy(string right, string wrong, string said)
    {
        var fault = Assert.Throws<ConfigurationException>(() => SomeEscalations.Read(SomeEscalations.Json().Replace(right, wrong, StringComparison.Ordinal)));

        Assert.StartsWith("escalations.json, line ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }
}
