using OpsBoard.Testing;
using OpsBoard.Web.Replay;

namespace OpsBoard.Web.Screens.Replay;

public sealed class ReplayInstantTests
{
    [Theory]
    [InlineData("2026-11-20T10:00")]
    [InlineData("2026-11-20T10:00:00")]
    [InlineData("2026-11-20T10:00+08:00")]
    [InlineData("2026-11-20T10:00 08:00")]
    [InlineData("2026-11-20T02:00:00.000Z")]
    public void An_instant_without_an_offset_is_the_provinces_and_a_space_was_a_plus_sign(string text)
    {
        Assert.True(ReplayInstant.TryParse(text, out var atMs));
        Assert.Equal(Some.NowMs, atMs);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T10:00+07:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("2026-11-20T10:00:00.0001")]
    public void Anything_else_is_none(string? text) => Assert.False(ReplayInstant.TryParse(text, out _));

    [Fact]
    public void What_a_field_holds_is_not_before_the_instant()
    {
        Assert.True(ReplayInstant.TryParse(ReplayInstant.Field(Some.NowMs + 1), out var later));
        Assert.Equal(Some.NowMs + 1000, later);
    }
}
