using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;

namespace OpsBoard.Web.Access.Sources;

/// <summary>A source that does the same wrong thing for hours leaves an entry an hour, and no occurrence is lost.</summary>
public sealed class SourceLedgerTests : IDisposable
{
    private static readonly RegisteredSource Hall = new("hall-3", [UnitPath.Parse("hainan/jiyang")]);

    private readonly TempDirectory _folder = new();
    private readonly ManualClock _clock = new();
    private readonly AuditTrail _trail;
    private readonly SourceBook _book;
    private readonly SourceLedger _ledger;

    public SourceLedgerTests()
    {
        var database = new AccessDatabase(_folder.Path);
        _trail = new AuditTrail(database, _clock);
        _book = new SourceBook(database, _trail, new SecretBox(new EphemeralDataProtectionProvider()), _clock);
        _ledger = new SourceLedger(_book, _trail, _clock, NullLogger<SourceLedger>.Instance);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_first_is_noted_at_once_and_the_rest_of_the_hour_as_one_count()
    {
        Note(3);
        Note(5);
        Note(7);
        _ledger.Write();
        var atOnce = Details();
        _clock.Advance(TimeSpan.FromHours(1));
        _ledger.Write();

        Assert.Equal(["3 items"], atOnce);
        Assert.Equal(["2 more requests with 12 items since 2026-11-20T10:00:00.000+08:00", "3 items"], Details());
    }

    [Fact]
    public void A_later_one_writes_the_count_before_itself()
    {
        Note(3);
        Note(5);
        _clock.Advance(TimeSpan.FromHours(1));
        Note(7);

        Assert.Equal(["7 items", "1 more requests with 5 items since 2026-11-20T10:00:00.000+08:00", "3 items"], Details());
    }

    [Fact]
    public async Task A_stop_writes_what_was_counted()
    {
        Note(3);
        Note(5);
        await _ledger.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, Details().Length);
    }

    [Fact]
    public void Other_sources_and_other_actions_have_entries_of_their_own()
    {
        Note(3);
        _ledger.Note(Hall with { Name = "hall-4" }, AuditActions.SourceNotYours, 1, "1 items");
        _ledger.Note(Hall, AuditActions.SourceRefused, 0, "signed by nobody");

        Assert.Equal(
            ["source:hall-3 source.refused", "source:hall-4 source.not_yours", "source:hall-3 source.not_yours"],
            _trail.Newest(9).Select(static entry => $"{entry.Actor} {entry.Action}"));
    }

    [Fact]
    public void The_last_use_of_a_key_is_written_with_the_next_minute_and_leaves_no_entry()
    {
        _book.Add("local", Hall, KeyKind.Signing, null);
        _ledger.Used(1);
        _clock.Advance(TimeSpan.FromSeconds(30));
        _ledger.Used(1);
        _ledger.Write();

        Assert.Equal(ManualClock.Opening.AddSeconds(30), Assert.Single(Assert.Single(_book.List()).Keys).LastUsedAt);
        Assert.Single(_trail.Newest(9));
    }

    private void Note(int items) => _ledger.Note(Hall, AuditActions.SourceNotYours, items, $"{items} items");

    private string[] Details() => [.. _trail.Newest(9).Select(static entry => entry.Detail)];
}
