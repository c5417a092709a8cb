using Microsoft.Data.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Web.Access.Audit;

/// <summary>The trail of what was done, and what becomes of it when somebody changes the file.</summary>
public sealed class AuditTrailTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Entries_are_told_newest_first_as_they_were_noted()
    {
        var trail = Trail();
        trail.Note("local", "source.added", "source:hall-3", "for hainan/jiyang");
        trail.Note("person:1", "wall.revoked", "wall:7");

        Assert.Equal(
            [
                new AuditEntry(2, ManualClock.Opening, "person:1", "wall.revoked", "wall:7", ""),
                new AuditEntry(1, ManualClock.Opening, "local", "source.added", "source:hall-3", "for hainan/jiyang"),
            ],
            trail.Newest(10));
    }

    [Fact]
    public void A_trail_that_nobody_touched_is_sound_after_it_was_opened_anew()
    {
        Trail().Note("local", "source.added", "source:a");
        Trail().Note("local", "source.added", "source:b");

        var verdict = Trail().Verify();

        Assert.Equal((2, null), (verdict.Sound, verdict.FirstBroken));
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'for hainan/haikou' WHERE entry_id = 2", 2)]
    [InlineData("UPDATE audit SET at_ms = at_ms + 1 WHERE entry_id = 3", 3)]
    [InlineData("UPDATE audit SET actor = action, action = actor WHERE entry_id = 1", 1)]
    [InlineData("UPDATE audit SET hash = zeroblob(32) WHERE entry_id = 2", 2)]
    [InlineData("DELETE FROM audit WHERE entry_id = 2", 2)]
    [InlineData("DELETE FROM audit WHERE entry_id = 1; UPDATE audit SET entry_id = entry_id - 1", 1)]
    public void What_was_changed_in_the_file_is_found_and_named(string sql, long broken)
    {
        var trail = Trail();
        for (var i = 1; i <= 3; i++) trail.Note("local", "source.added", $"source:{i}", "for hainan/jiyang");
        Tamper(sql);

        var verdict = trail.Verify();

        Assert.Equal((broken - 1, broken), (verdict.Sound, verdict.FirstBroken));
    }

    [Fact]
    public void An_act_that_fails_leaves_no_entry()
    {
        var (database, trail) = (new AccessDatabase(_folder.Path), Trail());

        Assert.Throws<InvalidOperationException>(() => database.Write(connection =>
        {
            trail.Note(connection, "local", "source.added", "source:a");
            throw new InvalidOperationException();
        }));

        Assert.Empty(trail.Newest(10));
    }

    [Fact]
    public void Nobody_else_may_read_the_file()
    {
        var file = new AccessDatabase(_folder.Path).File;

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        else Assert.Skip("skipped: Windows keeps rights otherwise");
    }

    [Fact]
    public void A_file_of_a_newer_program_is_left_alone()
    {
        _ = new AccessDatabase(_folder.Path);
        Tamper("PRAGMA user_version = 99");

        var fault = Assert.Throws<AccessDatabaseException>(() => new AccessDatabase(_folder.Path));

        Assert.Contains("newer OpsBoard", fault.Message, StringComparison.Ordinal);
    }

    private AuditTrail Trail() => new(new AccessDatabase(_folder.Path), new ManualClock());

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "access.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
