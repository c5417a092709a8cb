using System.Globalization;
using OpsBoard.Testing;

namespace OpsBoard.Web.Access;

public sealed class KeyedTriesTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Each_key_has_its_tries_at_once_and_then_one_in_a_while()
    {
        var tries = new KeyedTries(2, TimeSpan.FromSeconds(30), _clock);

        TimeSpan[] waits = [tries.Take("a"), tries.Take("A"), tries.Take("a"), tries.Take("b")];
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(30), TimeSpan.Zero, TimeSpan.Zero], [.. waits, tries.Take("a")]);
    }

    [Fact]
    public void It_remembers_a_bounded_number_of_keys_and_makes_room_when_old_ones_may_try_again()
    {
        var tries = new KeyedTries(1, TimeSpan.FromSeconds(30), _clock);
        for (var i = 0; i < KeyedTries.Most; i++) tries.Take(i.ToString(CultureInfo.InvariantCulture));

        var refused = tries.Take("new");
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.Zero), (refused, tries.Take("new")));
    }
}
