using Microsoft.Data.Sqlite;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo;

public sealed class StatementTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public StatementTests()
    {
        SQLitePCL.Batteries_V2.Init();
        _connection.Open();
        _connection.Run("CREATE TABLE things (a INTEGER UNIQUE, b TEXT NOT NULL, c BLOB NOT NULL, d INTEGER)");
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("海南")]
    [InlineData("a\0b")]
    [InlineData("\U00020000")]
    public void A_text_comes_back_as_it_was_given(string text)
    {
        Insert(1, text, [1]);

        Assert.Equal(text, _connection.Scalar("SELECT b FROM things"));
        Assert.Equal(text, Read(static rows => rows.GetString(1)));
    }

    [Fact]
    public void A_long_text_comes_back_as_it_was_given()
    {
        var text = new string('海', 10_000);
        Insert(1, text, [1]);

        Assert.Equal(text, Read(static rows => rows.GetString(1)));
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0, 255, 0 })]
    public void Bytes_come_back_as_they_were_given(byte[] bytes)
    {
        Insert(1, "x", bytes);

        Assert.Equal(bytes, Read(static rows => rows.GetBlob(2)));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(0L)]
    [InlineData(long.MaxValue)]
    public void A_number_comes_back_as_it_was_given(long number)
    {
        Insert(number, "x", [1]);

        Assert.Equal(number, Read(static rows => rows.GetInt64(0)));
    }

    [Fact]
    public void Parameters_are_taken_by_their_numbers_and_not_by_the_order_in_which_they_stand()
    {
        using var statement = _connection.Prepared("SELECT $3, $1, $2, $1");
        using var rows = statement.With(1, 2, 3).ExecuteReader();

        Assert.True(rows.Read());
        Assert.Equal([3L, 1L, 2L, 1L], Enumerable.Range(0, 4).Select(rows.GetInt64));
    }

    [Fact]
    public void A_statement_that_failed_runs_again()
    {
        using var insert = _connection.Prepared("INSERT INTO things VALUES ($1, $2, $3, NULL)");
        insert.With(1, "x", new byte[] { 1 }).ExecuteNonQuery();

        var fault = Assert.Throws<SqliteException>(() => insert.ExecuteNonQuery());
        var inserted = insert.With(2).ExecuteNonQuery();

        Assert.Equal((19, 1), (fault.SqliteErrorCode, inserted));
        Assert.Contains("things.a", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2L, _connection.Scalar("SELECT COUNT(*) FROM things"));
    }

    [Fact]
    public void Null_is_no_number_no_text_and_no_bytes()
    {
        Insert(1, "x", [1]);

        Assert.True(Read(static rows => rows.IsDBNull(3)));
        Assert.Throws<InvalidOperationException>(() => Read(static rows => rows.GetString(3)));
        Assert.Throws<SqliteException>(() => Insert(2, null, [1]));
    }

    [Fact]
    public void Without_a_row_a_single_value_is_null()
    {
        using var select = _connection.Prepared("SELECT a FROM things");

        Assert.Null(select.ExecuteScalar());
    }

    [Fact]
    public void Two_statements_in_one_are_refused() => Assert.Throws<ArgumentException>(() => _connection.Prepared("SELECT 1; SELECT 2"));

    private void Insert(long number, string? text, byte[] bytes)
    {
        using var insert = _connection.Prepared("INSERT INTO things VALUES ($1, $2, $3, NULL)");
        insert.With(number, text, bytes).ExecuteNonQuery();
    }

    private T Read<T>(Func<Rows, T> read)
    {
        using var select = _connection.Prepared("SELECT a, b, c, d FROM things");
        using var rows = select.ExecuteReader();
        Assert.True(rows.Read());
        return read(rows);
    }
}
