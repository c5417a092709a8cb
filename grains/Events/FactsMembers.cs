using System.Collections.Immutable;
using static OpsBoard.Events.FactsShape;

namespace OpsBoard.Events;

/// <summary>All members of <c>data</c> that are ever read, and which kind may say which: the protection of personal data is this list.</summary>
internal static class FactsMembers
{
    private const long MostDays = 3650;

    public static readonly FactsMember Ticket = new("ticket", SubjectId, static (ref draft, value) => draft.Ticket = value.Text, static facts => FactsValue.Of(facts.Ticket));
    public static readonly FactsMember Case = new("case", SubjectId, static (ref draft, value) => draft.Case = value.Text, static facts => FactsValue.Of(facts.Case));
    public static readonly FactsMember Review = new("review", SubjectId, static (ref draft, value) => draft.Review = value.Text, static facts => FactsValue.Of(facts.Review));
    public static readonly FactsMember Order = new("order", SubjectId, static (ref draft, value) => draft.Order = value.Text, static facts => FactsValue.Of(facts.Order));
    public static readonly FactsMember Item = new("item", Text, static (ref draft, value) => draft.Item = value.Text, static facts => FactsValue.Of(facts.Item));
    public static readonly FactsMember Channel = new("channel", FactsShape.Channel, static (ref draft, value) => draft.Channel = (Channel)value.Number, static facts => FactsValue.Of((long?)facts.Channel));
    public static readonly FactsMember Trips = new("trips", Whole, static (ref draft, value) => draft.Trips = (int)value.Number, static facts => FactsValue.Of(facts.Trips)) { Most = 99 };
    public static readonly FactsMember Comprehensive = new("comprehensive", Flag, static (ref draft, value) => draft.Comprehensive = value.Flag, static facts => FactsValue.Of(facts.Comprehensive));
    public static readonly FactsMember IsInstant = new("instant", Flag, static (ref draft, value) => draft.Instant = value.Flag, static facts => FactsValue.Of(facts.Instant));
    public static readonly FactsMember PromisedDays = new("promisedDays", Whole, static (ref draft, value) => draft.PromisedDays = (int)value.Number, static facts => FactsValue.Of(facts.PromisedDays)) { Most = MostDays };
    public static readonly FactsMember LegalDays = new("legalDays", Whole, static (ref draft, value) => draft.LegalDays = (int)value.Number, static facts => FactsValue.Of(facts.LegalDays)) { Most = MostDays };
    public static readonly FactsMember DueAt = new("dueAt", Instant, static (ref draft, value) => draft.DueAtMs = value.Number, static facts => FactsValue.Of(facts.DueAtMs));
    public static readonly FactsMember Days = new("days", Whole, static (ref draft, value) => draft.Days = (int)value.Number, static facts => FactsValue.Of(facts.Days)) { Most = MostDays };
    public static readonly FactsMember Outcome = new("outcome", Text, static (ref draft, value) => draft.Outcome = value.Text, static facts => FactsValue.Of(facts.Outcome));
    public static readonly FactsMember Stars = new("stars", Whole, static (ref draft, value) => draft.Stars = (int)value.Number, static facts => FactsValue.Of(facts.Stars)) { Least = 1, Most = 5 };
    public static readonly FactsMember ByDefault = new("byDefault", Flag, static (ref draft, value) => draft.ByDefault = value.Flag, static facts => FactsValue.Of(facts.ByDefault));
    public static readonly FactsMember Reason = new("reason", Text, static (ref draft, value) => draft.Reason = value.Text, static facts => FactsValue.Of(facts.Reason));
    public static readonly FactsMember ZeroTrip = new("zeroTrip", Flag, static (ref draft, value) => draft.ZeroTrip = value.Flag, static facts => FactsValue.Of(facts.ZeroTrip));
    public static readonly FactsMember CrossProvince = new("crossProvince", Flag, static (ref draft, value) => draft.CrossProvince = value.Flag, static facts => FactsValue.Of(facts.CrossProvince));
    public static readonly FactsMember OneThing = new("oneThing", Flag, static (ref draft, value) => draft.OneThing = value.Flag, static facts => FactsValue.Of(facts.OneThing));
    public static readonly FactsMember Target = new("target", Text, static (ref draft, value) => draft.Target = value.Text, static facts => FactsValue.Of(facts.Target));
    public static readonly FactsMember Revision = new("revision", Whole, static (ref draft, value) => draft.Revision = value.Number, static facts => FactsValue.Of(facts.Revision));

    /// <summary>
    /// What the corrected event may say. Its kind is not known while the two may come in either order, so everything that any kind may say.
    /// </summary>
    public static readonly FactsList Corrected = new([],
    [
        Ticket, Case, Review, Order, Item, Channel, Trips, Comprehensive, IsInstant, PromisedDays, LegalDays, DueAt,
        Days, Outcome, Stars, ByDefault, Reason, ZeroTrip, CrossProvince, OneThing,
    ]);

    /// <summary>In the order in which they are stored, which is part of what a content hash covers and is therefore never changed.</summary>
    public static readonly ImmutableArray<FactsMember> Stored = [.. Corrected.Members, Target, Revision];

    private static readonly FactsList Queue = new([Ticket], [Item]);
    private static readonly FactsList Service = new([], [Ticket, Case]);
    private static readonly FactsList Acceptance = new([Case], [Item, Channel, Trips, Comprehensive, IsInstant, PromisedDays, LegalDays, DueAt]);
    private static readonly FactsList CaseProgress = new([Case], [Days, Outcome, Trips]);
    private static readonly FactsList Rating = new([Review, Stars], [Case, ByDefault]);
    private static readonly FactsList ReviewLoop = new([Review], [Outcome]);
    private static readonly FactsList WindowState = new([], [Reason]);
    private static readonly FactsList Hotline = new([Order], [Stars]);
    private static readonly FactsList Catalogue = new([Item], [ZeroTrip, Comprehensive, CrossProvince, OneThing]);
    private static readonly FactsList Correction = new([Target], [Revision]) { HasData = true };

    public static FactsList Of(EventKind kind) => EventKinds.SubjectOf(kind) switch
    {
        SubjectKind.Ticket => kind < EventKind.ServiceStarted ? Queue : Service,
        SubjectKind.Case => kind == EventKind.CaseAccepted ? Acceptance : CaseProgress,
        SubjectKind.Review => kind == EventKind.ReviewSubmitted ? Rating : ReviewLoop,
        SubjectKind.Opening or SubjectKind.Heartbeat => WindowState,
        SubjectKind.Order => Hotline,
        SubjectKind.Correction => Correction,
        _ => Catalogue,
    };
}
