using System.Text;
using Microsoft.AspNetCore.DataProtection;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;

namespace OpsBoard.Web.Access.Sources;

/// <summary>The registry in its file: keys, their end, and what is noted of it.</summary>
public sealed class SourceBookTests : IDisposable
{
    private static readonly RegisteredSource Hall = new("hall-3", [UnitPath.Parse("hainan/jiyang"), UnitPath.Parse("hainan/haikou/tax")], EventsPerSecond: 200);

    private readonly TempDirectory _folder = new();
    private readonly ManualClock _clock = new();
    private readonly EphemeralDataProtectionProvider _ring = new();
    private readonly AccessDatabase _database;
    private readonly AuditTrail _trail;
    private readonly SourceBook _book;

    public SourceBookTests()
    {
        _database = new AccessDatabase(_folder.Path);
        _trail = new AuditTrail(_database, _clock);
        _book = new SourceBook(_database, _trail, new SecretBox(_ring), _clock);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_source_is_read_back_as_it_was_registered()
    {
        var issued = Add();

        var listed = Assert.Single(_book.List());
        Assert.Equal(("hall-3", "hainan/jiyang hainan/haikou/tax", 200, false), (listed.Source.Name, string.Join(' ', listed.Source.Units), listed.Source.EventsPerSecond, listed.IsPilot));
        Assert.Equal(new SourceKey(1, KeyKind.Signing, ManualClock.Opening, null, null, null), Assert.Single(listed.Keys));
        Assert.Equal(issued.Key, listed.Keys[0]);
        Assert.Equal(Convert.FromBase64String(issued.Secret["whsec_".Length..]), Assert.Single(Held()).Secret);
    }

    [Fact]
    public void A_name_is_given_once_even_after_all_its_keys_ended()
    {
        Add();
        _book.Revoke("local", "hall-3", key: null);

        var refusal = Assert.Throws<SourceException>(() => Add());

        Assert.Equal("There is a source 'hall-3' already: ./opsboard source rotate hall-3 gives it another key.", refusal.Message);
    }

    [Fact]
    public void Two_keys_hold_and_a_third_takes_the_place_of_the_oldest()
    {
        Add();
        var (second, third) = (Rotate(), Rotate());

        Assert.Equal((null, 1), (second.Replaced, third.Replaced));
        Assert.Equal([2, 3], Held().Select(static held => held.Key.Id));
    }

    [Fact]
    public void Other_rights_go_with_the_same_keys()
    {
        Add();

        _book.Change("local", "hall-3", [UnitPath.Parse("hainan/sanya")], eventsPerSecond: null);
        _book.Change("local", "hall-3", units: null, eventsPerSecond: 7);

        var listed = Assert.Single(_book.List());
        Assert.Equal(("hainan/sanya", 7, 1), (string.Join(' ', listed.Source.Units), listed.Source.EventsPerSecond, listed.Keys.Length));
        Assert.Equal(["units hainan/sanya; 7 events a second", "units hainan/sanya; 200 events a second"], _trail.Newest(2).Select(static entry => entry.Detail));
    }

    [Fact]
    public void One_key_is_revoked_or_all_of_them_and_a_revoked_source_gets_a_new_one()
    {
        Add();
        Rotate();
        Rotate();

        Assert.Equal([2], _book.Revoke("local", "hall-3", key: 2));
        Assert.Equal([3], Held().Select(static held => held.Key.Id));
        Assert.Equal([3], _book.Revoke("local", "hall-3", key: null));
        Assert.Empty(Held());
        Assert.Equal(4, Rotate().Key.Id);
    }

    [Fact]
    public void What_cannot_be_revoked_is_named_with_what_can()
    {
        Add();
        Rotate();

        Assert.Equal("Source 'hall-3' has no active key 7; active are 1 and 2.", Assert.Throws<SourceException>(() => _book.Revoke("local", "hall-3", key: 7)).Message);
        Assert.Equal("There is no source 'hal-3'; the nearest is 'hall-3'.", Assert.Throws<SourceException>(() => _book.Revoke("local", "hal-3", key: null)).Message);
    }

    [Fact]
    public void A_bearer_key_ends_by_itself_and_is_kept_as_its_hash_alone()
    {
        var issued = _book.Add("local", Hall, KeyKind.Bearer, TimeSpan.FromDays(90));

        Assert.Equal(KeyText.Hash(issued.Secret), Assert.Single(Held()).Secret);
        Assert.True(Assert.Single(_book.List()).IsPilot);
        _clock.Advance(TimeSpan.FromDays(90));
        Assert.Empty(Held());
    }

    [Fact]
    public void A_pilot_goes_on_as_a_pilot_until_it_is_given_a_secret_that_signs()
    {
        _book.Add("local", Hall, KeyKind.Bearer, TimeSpan.FromDays(90));

        Assert.Equal((KeyKind.Bearer, KeyKind.Signing), (Rotate().Key.Kind, _book.Rotate("local", "hall-3", KeyKind.Signing, TimeSpan.FromDays(90)).Key.Kind));
        Assert.False(Assert.Single(_book.List()).IsPilot);
    }

    [Fact]
    public void Every_act_is_in_the_trail_with_everything_but_the_secret()
    {
        Add();
        Rotate();
        Rotate();
        _book.Revoke("person:1", "hall-3", key: 3);

        Assert.Equal(
            [
                "person:1 source.revoked source:hall-3 key 3",
                "local source.rotated source:hall-3 key 3, signing; key 1 ended",
                "local source.rotated source:hall-3 key 2, signing",
                "local source.added source:hall-3 key 1, signing; units hainan/jiyang hainan/haikou/tax; 200 events a second",
            ],
            _trail.Newest(9).Select(static entry => $"{entry.Actor} {entry.Action} {entry.Target} {entry.Detail}"));
    }

    [Fact]
    public void What_was_refused_leaves_nothing_in_the_trail()
    {
        Add();

        Assert.Throws<SourceException>(() => Add());
        Assert.Throws<SourceException>(() => _book.Rotate("local", "hall-4", null, TimeSpan.FromDays(1)));

        Assert.Single(_trail.Newest(9));
    }

    [Fact]
    public void No_byte_of_a_secret_stands_in_the_file()
    {
        var (signing, bearer) = (Add().Secret, _book.Add("local", Hall with { Name = "pad-7" }, KeyKind.Bearer, TimeSpan.FromDays(1)).Secret);

        var file = Encoding.Latin1.GetString(File.ReadAllBytes(_database.File));
        Assert.Contains("hall-3", file, StringComparison.Ordinal);
        Assert.DoesNotContain(signing["whsec_".Length..], file, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoding.Latin1.GetString(Convert.FromBase64String(signing["whsec_".Length..])), file, StringComparison.Ordinal);
        Assert.DoesNotContain(bearer["obk_".Length..], file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_was_copied_to_another_sources_row_is_not_opened()
    {
        Add();
        _book.Add("local", Hall with { Name = "hall-4" }, KeyKind.Signing, null);
        _database.Write(static connection => AccessDatabase.Run(connection, "UPDATE source_keys SET secret = (SELECT secret FROM source_keys WHERE key_id = 1)"));
        var closed = new List<string>();

        var held = _book.Keys((source, key) => closed.Add($"{source.Name} {key.Id}"));

        Assert.Equal(("hall-3", "hall-4 2"), (Assert.Single(held).Source.Name, Assert.Single(closed)));
    }

    [Fact]
    public void A_key_that_another_ring_sealed_is_told_and_not_used()
    {
        Add();
        var closed = new List<long>();

        var held = new SourceBook(_database, _trail, new SecretBox(new EphemeralDataProtectionProvider()), _clock).Keys((_, key) => closed.Add(key.Id));

        Assert.Empty(held);
        Assert.Equal([1], closed);
    }

    private IssuedKey Add() => _book.Add("local", Hall, KeyKind.Signing, null);

    private IssuedKey Rotate() => _book.Rotate("local", "hall-3", null, TimeSpan.FromDays(90));

    private IEnumerable<HeldKey> Held() => _book.Keys(static (source, _) => Assert.Fail(source.Name)).Select(static pair => pair.Key);
}
