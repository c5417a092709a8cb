using System.Globalization;

namespace OpsBoard.Web.Import;

/// <summary>How the file writes its times.</summary>
/// <param name="Format">A .NET format, for instance <c>yyyy-MM-dd HH:mm:ss.ffffffzzz</c>.</param>
/// <param name="Offset">The offset of times that carry none; null when the format has one.</param>
internal sealed record FileTime(string Format, TimeSpan? Offset)
{
    /// <summary>Unix milliseconds, cut off and not rounded.</summary>
    /// <exception cref="UnreadableRowException">The row's value is no such time.</exception>
    public long Read(CsvRow row, string column)
    {
        if (!DateTimeOffset.TryParseExact(row[column], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw new UnreadableRowException($"{column} is no time of the form {Format}");
        return (time - (Offset ?? TimeSpan.Zero)).ToUnixTimeMilliseconds();
    }
}
