using Npgsql;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Short forms for the statements of this folder; their parameters are called <c>$1</c>, <c>$2</c>, ….</summary>
internal static class PostgresCommands
{
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(Parameter(value));
        return command;
    }

    public static int Run(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <returns>The first column of the first row; null where there is none, and where it is null.</returns>
    public static object? Scalar(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar() is not DBNull and var value ? value : null;
    }

    /// <summary>All rows of a query, each read by the function before the next one comes.</summary>
    public static IEnumerable<T> Rows<T>(this NpgsqlConnection connection, string sql, object?[] values, Func<NpgsqlDataReader, T> read)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }

    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(Parameter(value));
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Parameter(object? value) => new() { Value = value ?? DBNull.Value };
}
