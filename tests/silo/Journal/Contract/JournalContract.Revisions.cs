using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>What becomes of a day that is over.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task A_late_event_counts_in_its_own_day_and_is_told_as_a_revision()
    {
        await GoLive();

        await Past.Append(Some.Accepted("c", atMs: Some.NowMs - (2 * Day)));

        var revision = Assert.Single(await Revisions());
        Assert.Equal((new BusinessDay(Today.Number - 2), RevisionState.Entered, "c-accepted"), (revision.Day, revision.State, revision.EventId));
        Assert.Equal(1, (await Sum(Today.Number - 2))[Counter.Accepted]);
    }

    [Fact]
    public async Task A_late_event_of_a_sealed_day_is_acknowledged_and_waits_outside_of_the_figures()
    {
        await GoLive();

        var verdicts = await Past.Append(Some.Accepted("c", atMs: Some.NowMs - (8 * Day)));

        Assert.Equal([Verdict.Accepted], verdicts);
        Assert.Equal(RevisionState.Waiting, Assert.Single(await Revisions()).State);
        Assert.Equal(0, (await Sum(Today.Number - 8))[Counter.Accepted]);
        Assert.True((await Past.Store.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task History_from_before_the_first_live_day_comes_in_without_approval_and_is_called_imported()
    {
        await GoLive();

        await Past.Append(Some.Accepted("c", atMs: Some.NowMs - (40 * Day)));

        Assert.Empty(await Revisions());
        var day = Assert.Single(await Past.Store.ReadDays(Some.Window, AnyJournalHouse.First, new BusinessDay(Today.Number - 35)));
        Assert.Equal((1L, 1), (day.Tally[Counter.Accepted], day.Imported));
    }

    [Fact]
    public async Task A_timely_completion_of_an_old_case_revises_nothing()
    {
        await GoLive();
        await Past.Append(Some.Accepted("c", atMs: Some.NowMs - (40 * Day)));

        await Past.Append(Some.Completed("c"));

        Assert.Empty(await Revisions());
        Assert.Equal(1, (await Sum(Today.Number - 40))[Counter.CompletedOfAccepted]);
    }

    [Fact]
    public async Task A_correction_of_a_sealed_day_waits_too()
    {
        await Past.Append(Some.Accepted("c", atMs: Some.NowMs - (30 * Day)));
        Past.Clock.Advance(TimeSpan.FromDays(30));

        await Past.Append(Some.Correction("c-accepted", null));

        Assert.Equal(RevisionState.Waiting, Assert.Single(await Revisions()).State);
        Assert.Equal(1, (await Sum(Today.Number - 30))[Counter.Accepted]);
    }

    [Fact]
    public async Task A_change_after_a_refusal_asks_for_the_whole_difference_and_takes_nothing_away_that_was_never_added()
    {
        await GoLive();
        await Past.Append(Some.Accepted("c", trips: 2, atMs: Some.NowMs - (9 * Day)));
        await Past.Store.Decide(new Decision(1, false, "office"));

        await Past.Append(Some.Correction("c-accepted", new Facts { Trips = 0 }));
        var asked = (await Revisions()).Last();
        await Past.Append(Some.Correction("c-accepted", null, revision: 2));

        Assert.Equal((RevisionState.Waiting, 1), (asked.State, asked.Changes.Single(static mark => mark.Slot == Slot.Of(Counter.Accepted)).Times));
        Assert.Equal([RevisionState.Superseded, RevisionState.Superseded], (await Revisions()).Select(static revision => revision.State));
        Assert.Equal(Verdict.Conflict, await Past.Store.Decide(new Decision(asked.Number, true, "office")));
        Assert.Equal(Tally.Zero, await Sum(Today.Number - 9));
        Assert.True((await Past.Store.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task A_completion_of_a_case_whose_acceptance_waits_waits_with_it_on_the_day_of_the_acceptance()
    {
        await GoLive();
        await Past.Append(Some.Accepted("c", atMs: Some.NowMs - (9 * Day)));

        await Past.Append(Some.Completed("c"));
        var before = (await Sum(Today.Number - 9), await Sum(Today.Number));
        await Past.Store.Decide(new Decision((await Revisions()).Last().Number, true, "office"));

        Assert.Equal((Tally.Zero, 1L), (before.Item1, before.Item2[Counter.Completed]));
        Assert.Equal((1L, 1L), ((await Sum(Today.Number - 9))[Counter.Accepted], (await Sum(Today.Number - 9))[Counter.CompletedOfAccepted]));
        Assert.True((await Past.Store.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task A_ticket_that_was_never_called_is_let_go_when_its_day_is_sealed()
    {
        await GoLive();
        await Past.Append(Some.Issued("t1"), Some.Event(EventKind.WindowOpened, "opened"), Some.Accepted("c"));
        Past.Clock.Advance(TimeSpan.FromDays(9));

        await Past.Append(Some.Issued("t2", atMs: Some.NowMs + (9 * Day)));
        await Past.Append(Some.Issued("late", atMs: Some.NowMs));

        var open = Assert.Single(await Past.Store.ReadWindows(Some.Window, new BusinessDay(Today.Number + 9))).Open;
        Assert.Equal(["Case c", "Ticket t2"], open.Select(static subject => $"{subject.Kind} {subject.Id}").Order(StringComparer.Ordinal));
        Assert.True((await Past.Store.Recount(null, null)).Equal);
    }

    [Fact]
    public async Task Other_terms_count_everything_anew_at_the_next_start()
    {
        var accepted = Some.Event(EventKind.CaseAccepted, "a", new Facts { Case = "c", PromisedDays = 2 }, Some.NowMs - (30 * Day));
        await Past.Append(accepted, Some.Event(EventKind.CaseCompleted, "b", new Facts { Case = "c" }, Some.NowMs - (26 * Day)));
        var before = await Sum(Today.Number - 26);
        Past.Terms = TermsWithout(Today.Number - 28);

        await Past.Reopen();

        Assert.Equal((1, 0, 0, 1), (before[Counter.Late], before[Counter.OnTime], (await Sum(Today.Number - 26))[Counter.Late], (await Sum(Today.Number - 26))[Counter.OnTime]));
        Assert.True((await Past.Store.Recount(null, null)).Equal);
    }

    /// <summary>A journal that begins a month before today.</summary>
    private AnyJournalHouse Past => _houses is [var first, ..] ? first : NewHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-30)));

    private static CountingTerms TermsWithout(int day) => CountingTerms.Default with
    {
        Otherwise = LocalTerms.Default with { Calendar = new WorkingCalendar(new Dictionary<BusinessDay, bool> { [new BusinessDay(day)] = false }, []) },
    };

    private async Task GoLive()
    {
        await Past.Append(Some.Event(EventKind.WindowHeartbeat, "live", atMs: Some.NowMs - (30 * Day)));
        Past.Clock.Advance(TimeSpan.FromDays(30));
    }

    private async Task<IEnumerable<Revision>> Revisions() => await Past.Store.ReadRevisions(Province, AnyJournalHouse.First, AnyJournalHouse.Last);

    private async Task<Tally> Sum(int day) =>
        (await Past.Store.Sum(Some.Window, new BusinessDay(day), new BusinessDay(day))).Select(static window => window.Tally).FirstOrDefault(Tally.Zero);
}
