using System.Collections.Immutable;
using System.Globalization;
using OpsBoard.Journal;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>A registered source as page and CSV print it.</summary>
internal static class SourceRows
{
    /// <summary>In the order of <see cref="AdminSourcesWords.Columns"/>.</summary>
    /// <param name="sent">What came in, by the <c>source</c> of the events; one registered source may use several.</param>
    public static IReadOnlyList<string> Cells(ListedSource listed, ImmutableArray<SourceRecord> sent, Words words, DateTimeOffset now)
    {
        var (own, shared) = (AdminSourcesWords.For(words), AdminWords.For(words));
        var records = sent.Where(record => listed.Source.SpeaksAs(record.Source)).ToList();
        return
        [
            listed.Source.Name,
            string.Join(' ', listed.Source.Units),
            listed.Source.EventsPerSecond is { } rate ? Print.Digits(rate) : own.DefaultRate,
            Print.Digits(records.Sum(static record => record.Events)),
            records.Max(static record => (long?)record.LastEventMs) is { } last and > 0 ? AdminText.Moment(DateTimeOffset.FromUnixTimeMilliseconds(last)) : "—",
            StateOf(listed, now, own, shared),
        ];
    }

    /// <summary>One key, such as <c>3 · signing · since 2026-11-20 10:00:00 · last used …</c>.</summary>
    public static string Told(SourceKey key, Words words)
    {
        var (own, shared) = (AdminSourcesWords.For(words), AdminWords.For(words));
        string?[] parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{own.Key} {key.Id}"),
            key.Kind == KeyKind.Bearer ? own.Bearer : own.Signing,
            $"{own.Issued} {AdminText.Moment(key.IssuedAt)}",
            key.LastUsedAt is { } used ? $"{own.LastUsed} {AdminText.Moment(used)}" : own.NeverUsed,
            key.ExpiresAt is { } expires ? $"{own.Expires} {AdminText.Moment(expires)}" : null,
            key.EndedAt is { } ended ? $"{shared.Ended} {AdminText.Moment(ended)}" : null,
        ];
        return string.Join(" · ", parts.Where(static part => part is not null));
    }

    private static string StateOf(ListedSource listed, DateTimeOffset now, AdminSourcesWords own, AdminWords shared)
    {
        var active = listed.Keys.Where(key => key.IsActive(now)).ToList();
        if (active.Count == 0) return shared.Ended;
        return active.Exists(static key => key.Kind == KeyKind.Bearer) ? own.Pilot : shared.InForce;
    }
}
