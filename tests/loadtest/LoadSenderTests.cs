using OpsBoard.Testing;

namespace OpsBoard.LoadTest;

public sealed class LoadSenderTests
{
    private const int Events = 190;

    private readonly EagerClock _clock = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public async Task What_is_refused_for_a_while_or_has_no_answer_is_sent_again_and_counts_once()
    {
        await using var intake = await StubIntake.StartAsync(static request => request switch { 2 => Mishap.Busy, 4 => Mishap.LostAnswer, _ => Mishap.None });

        var (sender, load) = await Send(intake);

        Assert.Equal((Events, Events, Events, 2), (load.Sent, sender.Acknowledged, intake.Known.Count, sender.Resent));
    }

    [Fact]
    public async Task The_last_request_is_as_small_as_it_must_be()
    {
        await using var intake = await StubIntake.StartAsync(static _ => Mishap.None);

        await Send(intake);

        Assert.Equal([50, 50, 50, 40], intake.BatchSizes);
    }

    [Fact]
    public async Task A_server_that_refuses_for_good_ends_the_load()
    {
        await using var intake = await StubIntake.StartAsync(static _ => Mishap.Refused);

        var fault = await Assert.ThrowsAsync<LoadFailedException>(() => Send(intake));

        Assert.Equal("The server answered 401 to a batch.", fault.Message);
    }

    private async Task<(LoadSender Sender, VisitLoad Load)> Send(StubIntake intake)
    {
        using var http = LoadClient.To(intake.Url);
        var load = new VisitLoad(LoadWindow.Of(new Province(40).Counties), Numbering.IdOnly, _clock);
        var sender = new LoadSender(http, load, batch: 50, senders: 1, _clock);
        await sender.Send(new LoadPace(_clock, most: Events), CancellationToken.None);
        return (sender, load);
    }
}
