using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Screens;

/// <summary>The words of the screens in one language. Each is required, so neither language can lack one that the other has.</summary>
public sealed partial record Words
{
    /// <summary>Of the cookie and of the form field: <c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The other language's tag, and its name in itself.</summary>
    public required string OtherLanguage { get; init; }

    public required string OtherLanguageName { get; init; }

    public required string Product { get; init; }

    public required string WallTitle { get; init; }

    public required string Scopes { get; init; }

    public required string Lines { get; init; }

    /// <summary>What a line is called, with <c>{name}</c>: its departments have the same name.</summary>
    public required string LineName { get; init; }

    public required string Wall { get; init; }

    public required string Breadcrumb { get; init; }

    public required string Unknown { get; init; }

    public required string UnknownPeriod { get; init; }

    public required string Nearest { get; init; }

    /// <summary>The way to the first page from one that leads nowhere.</summary>
    public required string AllScopes { get; init; }

    public required string NoScopes { get; init; }
    public required string Unregistered { get; init; }

    public required string Screens { get; init; }

    /// <summary>By <see cref="ScreenNames"/>: what each screen is called where it is offered.</summary>
    public required IReadOnlyDictionary<string, string> Screen { get; init; }

    public required string Demo { get; init; }

    public required string Configuration { get; init; }

    /// <summary>With <c>{text}</c>: a configuration file has a mistake.</summary>
    public required string ConfigurationMistake { get; init; }

    /// <summary>With <c>{file}</c>: a configuration file was changed and waits for the next start.</summary>
    public required string ConfigurationWaits { get; init; }

    public required string Headline { get; init; }

    public required string Worst { get; init; }

    public required string NoneWorst { get; init; }

    public required string Counties { get; init; }

    public required string Departments { get; init; }

    public required string WindowsOfUnit { get; init; }

    public required string Apart { get; init; }

    public required string Unit { get; init; }

    public required string Freshness { get; init; }

    public required string Source { get; init; }

    public required string UnitsReport { get; init; }

    public required string Partial { get; init; }

    public required string WindowsSilent { get; init; }

    public required string NewestEvent { get; init; }

    public required string NoData { get; init; }

    public required string NotApplicable { get; init; }

    public required string NotReporting { get; init; }

    public required string OverdueShort { get; init; }

    public required string DueSoonShort { get; init; }

    public required string WaitShort { get; init; }

    public required string Refresh { get; init; }

    public required string Pause { get; init; }

    public required string Controls { get; init; }

    public required string Period { get; init; }

    public required string Today { get; init; }

    public required string Month { get; init; }

    public required string Quarter { get; init; }

    public required string Year { get; init; }

    public required string AllTime { get; init; }

    public required string PeriodTotal { get; init; }

    /// <summary>With <c>{entered}</c> and <c>{waiting}</c>: how many changes days of the period had after they were over.</summary>
    public required string Revisions { get; init; }

    public required string Indicators { get; init; }

    public required string Indicator { get; init; }

    /// <summary>Said of a table on a page whose other figures move.</summary>
    public required string StillTable { get; init; }

    public required string Value { get; init; }

    public required string Parts { get; init; }

    public required string Standing { get; init; }

    public required string Targets { get; init; }

    public required string Definition { get; init; }

    /// <summary>Between two remarks.</summary>
    public required string Separator { get; init; }

    /// <summary>How an indicator stands: by its state, and where that is ok by its status against the target.</summary>
    public required IReadOnlyDictionary<(IndicatorState State, IndicatorStatus Status), string> IndicatorStates { get; init; }

    public required IReadOnlyDictionary<Remarks, string> Remark { get; init; }

    /// <summary>Labels by name of the figure; each of <see cref="Figures.All"/> has one.</summary>
    public required IReadOnlyDictionary<string, string> Figure { get; init; }

    /// <summary>Labels for sums over several days, by name of the figure.</summary>
    public required IReadOnlyDictionary<string, string> Sum { get; init; }

    /// <summary>What follows a count that stands beside a rate, by name of the figure; may be empty.</summary>
    public required IReadOnlyDictionary<string, string> Measure { get; init; }

    /// <summary>What the module at the screen says.</summary>
    public required LiveWords Live { get; init; }

    public bool IsEnglish => Language == "en";

    public string Of(Wording wording) => IsEnglish ? wording.En : wording.Zh;

    public string Of(Shown shown) => IsEnglish ? shown.En : shown.Zh;

    internal string Of(ConfigurationWarning warning) => (warning.IsMistake ? ConfigurationMistake : ConfigurationWaits)
        .Replace("{file}", warning.File, StringComparison.Ordinal)
        .Replace("{text}", warning.Text, StringComparison.Ordinal);

    /// <summary>What the list of a scope's children is called.</summary>
    public string ChildrenOf(UnitKind kind) => kind switch
    {
        UnitKind.Province or UnitKind.Line => Counties,
        UnitKind.County => Departments,
        _ => WindowsOfUnit,
    };
}
