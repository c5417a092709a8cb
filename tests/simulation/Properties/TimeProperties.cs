using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Events;

namespace OpsBoard.Simulation;

/// <summary>The reader of times against times that were written from their parts.</summary>
public sealed class TimeProperties
{
    // Near midnights more often than not, with fractions of any length, that would be rounded up more often than not.
    private static readonly Gen<Written> Any =
        from day in Gen.Choose(new DateOnly(1992, 1, 2).DayNumber, new DateOnly(2100, 12, 31).DayNumber)
        from second in Gen.OneOf(Gen.Choose(0, 86_399), Gen.Elements(0, 1, 57_599, 57_600, 86_398, 86_399))
        from fraction in Gen.OneOf(Gen.Constant(""), Gen.Elements("9", "999", "9995", "99999999", "0004", "1234567891"), Gen.Choose(0, 99_999).Select(static number => number.ToString(CultureInfo.InvariantCulture)))
        from offset in Gen.OneOf(Gen.Constant(480), Gen.Choose(-1_439, 1_439))
        from letters in Gen.Elements("TZ", "tz", "Tz", "tZ")
        select new Written(DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddSeconds(second), fraction, offset, letters);

    [Fact]
    public void A_time_is_read_as_the_instant_that_was_written_down_to_the_millisecond_and_never_after_it() => Held.For(Any, static written =>
        Rfc3339.Read(Encoding.ASCII.GetBytes(written.Text), out var unixMs) == Rfc3339Fault.None && unixMs == written.UnixMs);

    [Fact]
    public void A_time_without_its_offset_is_refused_and_told_apart() => Held.For(Any, static written =>
        Rfc3339.Read(Encoding.ASCII.GetBytes(written.TextWithoutOffset), out _) == Rfc3339Fault.WithoutOffset);

    // 0020: second 60 stands in the last minute of a UTC day, and nowhere else.
    [Fact]
    public void A_leap_second_is_read_in_the_last_minute_of_the_day_of_Greenwich_and_nowhere_else() => Held.For(Any, static written =>
    {
        var fault = Rfc3339.Read(Encoding.ASCII.GetBytes(written.TextWithLeapSecond), out var unixMs);
        return written.Utc is { Hour: 23, Minute: 59 } ? fault == Rfc3339Fault.None && unixMs == written.MinuteMs + 59_999 : fault == Rfc3339Fault.Invalid;
    });

    [Fact]
    public void Any_byte_put_in_place_of_another_gives_a_time_or_a_refusal_and_no_exception() => Held.For(
        Any.SelectMany(static _ => Gen.Choose(0, 10_000), static (written, at) => (written.Text, At: at)).SelectMany(static _ => Gen.Choose(0, 255), static (pair, value) => (pair.Text, pair.At, Value: (byte)value)),
        static changed =>
        {
            var bytes = Encoding.ASCII.GetBytes(changed.Text);
            bytes[changed.At % bytes.Length] = changed.Value;
            return Enum.IsDefined(Rfc3339.Read(bytes, out _));
        });

    private sealed record Written(DateTime Utc, string Fraction, int OffsetMinutes, string Letters)
    {
        public long MinuteMs => (long)(Utc.AddSeconds(-Utc.Second) - DateTime.UnixEpoch).TotalSeconds * 1_000;

        public long UnixMs => MinuteMs + (Utc.Second * 1_000L) + int.Parse(Fraction.PadRight(3, '0').AsSpan(0, 3), CultureInfo.InvariantCulture);

        public string Text => TextWithoutOffset + Offset;

        public string TextWithoutOffset => $"{Minute}:{Local.Second:00}{(Fraction.Length == 0 ? "" : ".")}{Fraction}";

        public string TextWithLeapSecond => $"{Minute}:60{Offset}";

        private DateTime Local => Utc.AddMinutes(OffsetMinutes);

        private string Minute => Local.ToString($"yyyy-MM-dd'{Letters[0]}'HH:mm", CultureInfo.InvariantCulture);

        private string Offset => OffsetMinutes == 0 ? $"{Letters[1]}" : string.Create(CultureInfo.InvariantCulture, $"{(OffsetMinutes < 0 ? '-' : '+')}{Math.Abs(OffsetMinutes) / 60:00}:{Math.Abs(OffsetMinutes) % 60:00}");
    }
}
