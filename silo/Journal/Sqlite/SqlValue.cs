namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>What a parameter of a statement is given: a whole number, a text, bytes, or null. Nothing is boxed on the way.</summary>
internal readonly struct SqlValue
{
    private SqlValue(long number) => (Number, IsNumber) = (number, true);

    private SqlValue(object? reference) => Reference = reference;

    public bool IsNumber { get; }

    public long Number { get; }

    /// <summary>A string, an array of bytes, or null.</summary>
    public object? Reference { get; }

    public static implicit operator SqlValue(long number) => new(number);

    public static implicit operator SqlValue(int number) => new(number);

    public static implicit operator SqlValue(bool flag) => new(flag ? 1 : 0);

    public static implicit operator SqlValue(long? number) => number is { } given ? new(given) : new(null);

    public static implicit operator SqlValue(int? number) => number is { } given ? new(given) : new(null);

    public static implicit operator SqlValue(string? text) => new((object?)text);

    public static implicit operator SqlValue(byte[]? bytes) => new((object?)bytes);
}
