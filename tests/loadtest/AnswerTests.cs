using System.Text;
using System.Text.Json;

namespace OpsBoard.LoadTest;

public sealed class AnswerTests
{
    [Fact]
    public void Events_that_the_answer_does_not_name_are_accepted()
    {
        var answer = Read("""{"accepted":1,"duplicate":1,"conflict":0,"rejected":1,"results":[{"index":0,"id":"a","status":"duplicate"},{"index":2,"id":"c","status":"rejected","reason":"unknown_unit","detail":"hainan/x"}]}""", events: 3);

        Assert.Equal([Fate.Duplicate, Fate.Accepted, Fate.Rejected], answer.Fates);
        Assert.Equal(["unknown_unit hainan/x"], answer.Reasons);
    }

    [Theory]
    [InlineData("""{"accepted":3,"results":[{"index":0,"status":"duplicate"}]}""")]
    [InlineData("""{"accepted":2,"results":[{"index":9,"status":"duplicate"}]}""")]
    [InlineData("""{"accepted":2,"results":[{"index":0,"status":"lost"}]}""")]
    [InlineData("""{"accep""")]
    public void An_answer_that_does_not_add_up_is_no_answer(string body) => Assert.ThrowsAny<JsonException>(() => Read(body, events: 3));

    private static Answer Read(string body, int events) => Answer.Read(Encoding.UTF8.GetBytes(body), events);
}
