using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpsBoard.Web.Follow;

namespace OpsBoard.Web.Tests.Follow;

public sealed class FollowerTests : IDisposable
{
    private static readonly double[] Doubled = [1, 2, 4, 8, 16, 32, 60];

    private readonly FollowedHall _hall = new();

    public void Dispose() => _hall.Dispose();

    [Fact]
    public async Task Lines_are_sent_in_their_order_when_they_are_complete()
    {
        _hall.Write(FollowedHall.Line("A1") + FollowedHall.Line("A2") + "8201|M01||3||A3|17951");
        await _hall.Follow();
        var before = _hall.Came;

        _hall.Write("39940000\n");
        await _hall.Follow();

        Assert.Equal(("A1 A2", "A1 A2 A3"), (before, _hall.Came));
    }

    [Fact]
    public async Task A_file_that_is_not_there_yet_is_waited_for()
    {
        await _hall.Follow();

        _hall.Write(FollowedHall.Line("A1"));
        await _hall.Follow();

        Assert.Equal("A1", _hall.Came);
    }

    [Fact]
    public async Task No_employee_name_or_identity_number_leaves_the_hall()
    {
        _hall.Write(FollowedHall.Line("A1", behind: "|王小明|460200199001011234") + FollowedHall.Line("460200199001011234"));

        await _hall.Follow();

        Assert.Equal(["8201|M01||3||A1|1795139940000"], _hall.Door.Came);
        Assert.Equal((1, 1, 3), _hall.Follower.Counts);
        Assert.DoesNotContain("4602", string.Concat(_hall.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Started_again_it_goes_on_where_it_was()
    {
        _hall.Write(FollowedHall.Line("A1"));
        await _hall.FollowOnce();
        _hall.Write(FollowedHall.Line("A2"));

        await _hall.FollowOnce();

        Assert.Equal("A1 A2", _hall.Came);
    }

    [Fact]
    public async Task What_a_crash_makes_it_send_twice_is_a_duplicate_and_no_fault()
    {
        _hall.Write(FollowedHall.Line("A1"));
        await _hall.FollowOnce();
        var before = _hall.SavedPosition;
        _hall.Write(FollowedHall.Line("A2"));
        await _hall.FollowOnce();

        _hall.SavedPosition = before;
        await _hall.FollowOnce();

        Assert.Equal("A1 A2 A2", _hall.Came);
        Assert.Equal((1, 0, 1), _hall.Follower.Counts);
    }

    [Fact]
    public async Task A_file_that_is_renamed_is_read_to_its_end_before_the_new_one()
    {
        _hall.Write(FollowedHall.Line("A1"));
        await _hall.Follow();
        _hall.Write(FollowedHall.Line("A2") + FollowedHall.Line("A3").TrimEnd('\n'));

        _hall.Rename("queue.log.1");
        await _hall.Follow();
        _hall.Write(FollowedHall.Line("B1"));
        await _hall.Follow();

        Assert.Equal("A1 A2 A3 B1", _hall.Came);
    }

    [Fact]
    public async Task What_was_rotated_twice_while_nobody_followed_is_sent_in_its_order()
    {
        _hall.Write(FollowedHall.Line("A1"));
        await _hall.FollowOnce();
        _hall.Write(FollowedHall.Line("A2"));
        _hall.Rename("queue.log-1");
        _hall.Write(FollowedHall.Line("B1"));
        _hall.Rename("queue.log-2");
        _hall.Write(FollowedHall.Line("C1"));

        await _hall.FollowOnce();

        Assert.Equal("A1 A2 B1 C1", _hall.Came);
    }

    [Fact]
    public async Task A_rotated_file_that_was_compressed_is_passed_over()
    {
        _hall.Write(FollowedHall.Line("A1"));
        await _hall.FollowOnce();
        _hall.Rename("queue.log.1.gz");
        _hall.Write(FollowedHall.Line("B1"));

        await _hall.FollowOnce();

        Assert.Equal("A1 B1", _hall.Came);
        Assert.StartsWith("queue.log was cut or taken away", Assert.Single(_hall.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rotated_twice_during_an_outage_is_sent_in_its_order()
    {
        _hall.Write(FollowedHall.Line("A1"));
        await _hall.Follow();
        _hall.Door.Instead.Enqueue(null);
        _hall.Write(FollowedHall.Line("A2"));
        await _hall.Follower.Turn(TestContext.Current.CancellationToken);
        _hall.Rename("queue.log-1");
        _hall.Write(FollowedHall.Line("B1"));
        _hall.Rename("queue.log-2");
        _hall.Write(FollowedHall.Line("C1"));

        await _hall.Follow();

        Assert.Equal("A1 A2 B1 C1", _hall.Came);
    }

    [Fact]
    public async Task A_file_that_is_copied_and_cut_loses_nothing()
    {
        _hall.Write(FollowedHall.Line("A1"));
        await _hall.FollowOnce();
        _hall.Write(FollowedHall.Line("A2"));
        _hall.CopyAndTruncate("queue.log.1");
        _hall.Write(FollowedHall.Line("B1"));

        await _hall.FollowOnce();

        Assert.Equal("A1 A2 B1", _hall.Came);
    }

    [Fact]
    public async Task A_file_that_is_cut_without_a_copy_is_begun_anew_and_said()
    {
        _hall.Write(FollowedHall.Line("A1") + FollowedHall.Line("A2"));
        await _hall.Follow();

        _hall.Truncate();
        _hall.Write(FollowedHall.Line("B1"));
        await _hall.Follow();

        Assert.Equal("A1 A2 B1", _hall.Came);
        Assert.StartsWith("queue.log was cut or taken away when it had been sent up to line 2.", Assert.Single(_hall.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_when_it_says_and_told_of_once()
    {
        _hall.Write(FollowedHall.Line("A1"));
        _hall.Door.Instead.Enqueue(Busy());
        _hall.Door.Instead.Enqueue(Busy());
        _hall.Start();

        var (first, second) = (await _hall.Follower.Turn(TestContext.Current.CancellationToken), await _hall.Follower.Turn(TestContext.Current.CancellationToken));
        await _hall.Follow();

        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7), "A1"), (first, second, _hall.Came));
        Assert.Equal(
            ["The server answers 503 Service Unavailable: The disk is full. Trying again until it takes the lines; they stay in the file meanwhile.", "The server takes the lines again."],
            _hall.Told);
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_again_after_longer_and_longer_up_to_a_minute()
    {
        _hall.Write(FollowedHall.Line("A1"));
        _hall.Start();

        var waits = await Waits(8).ToListAsync();

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits);
        Assert.Empty(_hall.Door.Came);
    }

    [Fact]
    public async Task Lines_that_are_not_taken_are_named_by_number_and_reason_and_go_once_they_are_right()
    {
        _hall.Write($"{FollowedHall.Line("A1")}\n{FollowedHall.Line("A2", window: "9")}8299|M01||3||A3|1795139940000\n{FollowedHall.Line("A4", window: "9")}");
        await _hall.FollowOnce();

        _hall.Start(again: true);
        await _hall.Follow();

        Assert.Equal(
            ["queue.log, line 3 and 1 more up to line 5: unknown_window. Add it.", "queue.log, line 4: unknown_code. The code, first or right behind the time, is one of 8002, 8003, 8004, 8005, 8010, 8011, 8014, 8109, 8201."],
            _hall.Told.Take(2));
        Assert.Equal("A1 A2 A4 A1 A2 A4", _hall.Came);
    }

    [Fact]
    public async Task Many_lines_are_sent_in_requests_of_five_hundred()
    {
        _hall.Write(string.Concat(Enumerable.Range(1, 1200).Select(static number => FollowedHall.Line($"A{number}"))));
        _hall.Start();

        await _hall.Follower.Turn(TestContext.Current.CancellationToken);
        var first = _hall.Door.Came.Count;
        await _hall.Follow();

        Assert.Equal((500, 1200, "A1200"), (first, _hall.Door.Came.Count, _hall.Door.Came[^1].Split('|')[5]));
    }

    [Fact]
    public void Two_followers_of_one_file_are_refused()
    {
        _hall.Start();

        var fault = Assert.Throws<FollowException>(() => new PositionFile(_hall.Log + ".opsboard"));

        Assert.Contains("another opsboard follow has it", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"offset":-1,"lines":0,"headLength":0,"head":""}""")]
    public void A_position_that_is_none_is_named_with_its_remedy(string position)
    {
        _hall.SavedPosition = position;

        var fault = Assert.Throws<FollowException>(() => _hall.Start());

        Assert.Contains("Delete it to send the file from its beginning", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>How long it waits each time while nobody listens, without what chance adds: a quarter at most.</summary>
    private async IAsyncEnumerable<double> Waits(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _hall.Door.Instead.Enqueue(null);
            var wait = (await _hall.Follower.Turn(TestContext.Current.CancellationToken))!.Value.TotalSeconds;
            yield return Doubled.Single(each => each <= wait && wait < each * 1.25);
        }
    }

    private static HttpResponseMessage Busy() => new(HttpStatusCode.ServiceUnavailable)
    {
        Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)) },
        Content = new StringContent("""{"detail":"The disk is full."}""", Encoding.UTF8, "application/problem+json"),
    };
}
