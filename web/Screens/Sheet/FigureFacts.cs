using System.Collections.Frozen;
using OpsBoard.Counting;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>Where each of the <see cref="Figures"/> comes from: every one that a screen prints has its entry here.</summary>
public static class FigureFacts
{
    private static readonly Wording OfRoster = new("由单位名册和报送过的窗口得出，不由事件计数", "Taken from the roster and the windows that ever reported, not counted from events");

    private static readonly Wording OfSilence = new("静默就是没有事件：由名册、办公时间和最近一次报送的时间得出", "Silence is the lack of events: it follows from roster, opening hours and the time of the last report");

    private static readonly FrozenDictionary<string, FigureFact> ByFigure = All().ToFrozenDictionary(static fact => fact.Figure, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => ByFigure.Keys;

    public static FigureFact? Find(string figure) => ByFigure.GetValueOrDefault(figure);

    private static FigureFact[] All() =>
    [
        OfDay(
            Figures.Accepted, "统计周期内受理的办件数，按受理时间归日；同一办件只计一次，以最早的受理为准。", "Cases accepted in the period, by the day of their acceptance; each case once, by its first acceptance.",
            Count("受理件", "Cases accepted", Counter.Accepted)),
        OfDay(
            Figures.Completed, "统计周期内办结的办件数，按办结时间归日，含往期受理件；同一办件以最后一次办结为准。", "Cases completed in the period, by the day of their completion, also those accepted earlier; each case once, by its last completion.",
            Count("办结件", "Cases completed", Counter.Completed)),
        OfInstant(
            Figures.InProgress, "已受理、尚未办结或撤件的办件数，不论何日受理。", "Cases accepted and neither completed nor withdrawn, of whatever day.",
            Open("在办件", "Cases in progress", OpenGauge.InProgress)),
        OfInstant(
            Figures.Waiting, "今日取号后尚未叫号、弃号或转号的人数。", "Tickets issued today that are neither called nor abandoned nor handed on.",
            Open("等候人数", "Tickets waiting", OpenGauge.Waiting)),
        OfInstant(
            Figures.LongestWait, "等候者中取号最早的一人已等候的时间，按整分钟显示；无人等候为 0。", "How long the one who was issued a ticket first has waited, in whole minutes; 0 when nobody waits.",
            new FigurePart(new("等候最久的一人", "The one who waits longest"), static row => Math.Min(1, row.Gauges.Waiting), "longestWait")),
        OfInstant(
            Figures.Windows, "此刻开放的窗口数 / 全部窗口数；开放指今日已开窗、未暂停、未关窗且 3 分钟内有事件或心跳。", "Windows open now, of all; open means opened today, neither paused nor closed, and heard of within 3 minutes.",
            Open("开放窗口", "Windows open", OpenGauge.WindowsOpen),
            new FigurePart(new("全部窗口", "All windows"), static row => row.Windows, null, OfRoster)),
        OfInstant(
            Figures.WindowsSilent, "此刻应报送而超过时限未报送、或从未报送的窗口数 / 此刻应报送的窗口数。", "Windows that are due to report and are silent beyond their limit or were never heard of, of those due now.",
            new FigurePart(new("静默窗口", "Windows silent"), static row => row.Gauges.WindowsSilent, null, OfSilence),
            new FigurePart(new("应报送窗口", "Windows due to report"), static row => row.Gauges.WindowsDue, null, OfRoster)),
        OfInstant(
            Figures.DueSoon, "承诺时限（无承诺的按法定时限）已用 90% 或只剩 1 个工作日、尚未超期的在办件。", "Cases in progress with 90 % of their promised (else legal) time used or one working day left, and not overdue.",
            Open("临期件", "Cases due soon", OpenGauge.DueSoon)),
        OfInstant(
            Figures.Overdue, "超过承诺时限（无承诺的按法定时限）仍未办结的在办件；中止期间不计时。", "Cases in progress beyond their promised (else legal) time; the clock rests while a case is suspended.",
            Open("超期件", "Cases overdue", OpenGauge.Overdue)),
        OfInstant(
            Figures.BadReviewsOpen, "尚未整改完成的差评（主动评价 1 至 2 星），申诉成立的除外。", "Bad reviews (one or two stars, given by the citizen) that are not rectified; upheld appeals are out.",
            Open("未结差评", "Bad reviews open", OpenGauge.BadReviewsOpen)),
        OfInstant(
            Figures.BadReviewsToContact, "未结差评中尚未回访评价人的。", "Open bad reviews whose author was not contacted yet.",
            Open("待回访差评", "Bad reviews to contact", OpenGauge.BadReviewsToContact)),
        OfInstant(
            Figures.BadReviewsOverdue, "未结差评中超过回访或整改时限（工作日）的。", "Open bad reviews beyond the working days allowed for contacting or rectifying.",
            Open("超期差评", "Bad reviews overdue", OpenGauge.BadReviewsOverdue)),
        OfDay(
            Figures.ZeroTrip, "统计周期内受理的办件中，最近一次报送的跑动次数为 0 的。", "Cases accepted in the period whose newest word on trips is 0.",
            Count("零跑动件", "Zero-trip cases", Counter.ZeroTrip)),
        OfDay(
            Figures.ZeroTripShare, "统计周期内受理的办件中零跑动件所占比例。", "Share of the cases accepted in the period that needed no trip.",
            Count("零跑动件", "Zero-trip cases", Counter.ZeroTrip),
            Count("受理件", "Cases accepted", Counter.Accepted),
            "zero-trip-usage-cases"),
        OfDay(
            Figures.Reviews, "统计周期内由评价人主动提交的评价数，默认评价不计；同一评价以最后一次提交为准。", "Reviews that citizens gave themselves in the period; those by default are not counted, each review once by its last submission.",
            ActiveReviews()),
        OfDay(
            Figures.Satisfaction, "统计周期内主动评价中 3 星及以上的比例；默认评价不计，申诉成立的剔除。", "Share of three stars and more among the reviews that citizens gave themselves in the period; upheld appeals are out.",
            new FigurePart(new("3 星及以上", "Three stars and more"), static row => Figures.GoodOf(row.Cell.Tally), "stars3,stars4,stars5"),
            ActiveReviews(),
            "satisfaction-active"),
    ];

    private static FigureFact OfDay(string figure, string zh, string en, FigurePart numerator, FigurePart? denominator = null, string? indicator = null) =>
        new(figure, new Wording(zh, en), Version: 1, IsOfInstant: false, numerator, denominator, indicator);

    private static FigureFact OfInstant(string figure, string zh, string en, FigurePart numerator, FigurePart? denominator = null) =>
        new(figure, new Wording(zh, en), Version: 1, IsOfInstant: true, numerator, denominator);

    private static FigurePart Count(string zh, string en, Counter counter) => new(new Wording(zh, en), row => row.Cell.Tally[counter], NameOf($"{counter}"));

    private static FigurePart Open(string zh, string en, OpenGauge gauge) => new(new Wording(zh, en), row => row.Gauges.Read(gauge), NameOf($"{gauge}"));

    private static FigurePart ActiveReviews() => new(new("主动评价", "Reviews given"), static row => Figures.ActiveOf(row.Cell.Tally), Journal.EventTerms.Reviews);

    private static string NameOf(string member) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member);
}
