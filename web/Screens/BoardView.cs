using OpsBoard.Board;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>One frame as one viewer's page prints it: names, texts and ages in the viewer's language, at the instant of the page.</summary>
public sealed class BoardView(Frame frame, Roster roster, Printed printed, Words words, DateTimeOffset now)
{
    private static readonly Shown Absent = new("—", "—", States.NoData);

    private readonly Dictionary<UnitPath, Contribution> _contributions =
        printed.ChildrenOf(frame.Board).Append(frame.Board.Own).ToDictionary(static unit => unit.Unit);

    public Frame Frame => frame;

    public Words Words => words;

    public UnitPath Scope => frame.Scope;

    public IReadOnlyList<UnitPath> Children { get; } = [.. printed.ChildrenOf(frame.Board).Select(static child => child.Unit)];

    /// <summary>With the units of which it is a part.</summary>
    public string Name => ScopeName.Of(frame.Scope, roster, words);

    /// <summary>Without them: a wall hangs where everybody knows, and has room for no more.</summary>
    public string OwnName => ScopeName.OwnOf(frame.Scope, roster, words);

    public string AsOf => words.Live.AsOf.Replace("{time}", Print.Time(frame.AsOf), StringComparison.Ordinal);

    public long? LastEventMs => frame.Board.Own.HeardMs;

    /// <summary>The figure's text, state and level; a frame that lacks it is printed as no data.</summary>
    public Shown Of(UnitPath unit, string figure) => frame.Shown.GetValueOrDefault(Figures.Key(unit, figure), Absent);

    /// <summary>What the scope or a child told; one that was never heard of told nothing.</summary>
    public Contribution ContributionOf(UnitPath unit) => _contributions[unit];

    public string NameOf(UnitPath child) => words.Of(roster.NameIn(Scope, child));

    public string ShortNameOf(UnitPath child) => words.Of(roster.ShortNameIn(Scope, child));

    /// <summary>A department stands, on the wall of its line, where its county stands on the province's.</summary>
    public Tile? TileOf(UnitPath child) => roster.Find(Scope.IsLine && child.Kind == UnitKind.Department ? child.Parent : child)?.Tile;

    public long? LastEventOf(UnitPath unit) => _contributions[unit].HeardMs;

    /// <summary>live, late, silent, never or closed as in the push; exempt for a unit that owes no figures.</summary>
    public string FreshnessOf(UnitPath unit)
    {
        if (roster.Find(unit)?.Reporting == false) return "exempt";
        return printed.FreshnessOf(_contributions[unit], frame.AsOf.ToUnixTimeMilliseconds()) switch
        {
            FreshnessState.Live => "live",
            FreshnessState.Late => "late",
            FreshnessState.Silent => "silent",
            FreshnessState.Never => "never",
            _ => "closed",
        };
    }

    public string FreshnessText(UnitPath unit, bool isShort)
    {
        var patterns = isShort ? words.Live.FreshnessShort : words.Live.Freshness;
        return Filled(patterns[FreshnessOf(unit)], LastEventOf(unit));
    }

    /// <summary>How long ago the newest event of the scope came.</summary>
    public string NewestEvent => LastEventMs is null ? words.Live.NeverHeard : Filled(words.Live.Ago, LastEventMs);

    public PageData DataFor(BuildIdentity build, FreshnessLimits limits, bool wall) => new(
        Scope.ToString(),
        frame.Epoch,
        frame.Version,
        frame.AsOf.ToUnixTimeMilliseconds(),
        now.ToUnixTimeMilliseconds(),
        frame.Board.Day.ToString(),
        build.Id,
        words.IsEnglish ? 1 : 0,
        wall,
        limits.LateAfter.TotalMilliseconds,
        [.. Children.Select(static child => child.ToString())],
        words.Live);

    private string Filled(string pattern, long? eventMs)
    {
        if (eventMs is not { } at) return pattern;
        var age = words.Of(Print.Age((now.ToUnixTimeMilliseconds() - at) / 1000));
        return pattern
            .Replace("{age}", age, StringComparison.Ordinal)
            .Replace("{time}", Print.HourMinute(DateTimeOffset.FromUnixTimeMilliseconds(at)), StringComparison.Ordinal);
    }
}
