using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Indicators.Milestones;

/// <summary>
/// Reads <c>{"unit","id","value","qualifier"?,"document","documentDate","declaredBy","name"?:{"zh","en"},"note"?,"target"?:{"value","year","document"}}</c>.
/// A target's value is a whole number or <c>"all"</c>. Unknown members are refused, because a misspelt one would silently not be declared.
/// </summary>
public static class MilestoneReader
{
    private static readonly MilestoneReading NotAnObject = new(null, new Rejection(Reasons.NotAnObject, "The item is not a JSON object."), null);

    /// <summary>Bytes that are not JSON are no object, and no exception.</summary>
    public static MilestoneReading Read(ReadOnlyMemory<byte> item, TimeProvider clock)
    {
        string? id = null;
        try
        {
            ItemFaultException.RefuseFlawedText(item);
            using var json = JsonDocument.Parse(item);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return NotAnObject;
            var members = new ItemMembers(json.RootElement, "");
            id = members.IdIfReadable;
            return new MilestoneReading(Milestone(members, BusinessDay.Of(clock.GetUtcNow())), null, id);
        }
        catch (JsonException)
        {
            return NotAnObject;
        }
        catch (ItemFaultException fault)
        {
            return new MilestoneReading(null, fault.Rejection, id);
        }
    }

    private static Milestone Milestone(ItemMembers members, BusinessDay today)
    {
        members.RefuseOthersThan("unit", "id", "value", "qualifier", "document", "documentDate", "declaredBy", "name", "note", "target");
        return new Milestone(
            members.Unit("unit"),
            members.Id("id"),
            members.Whole("value"),
            members.OneOf("qualifier", MilestoneQualifiers.Parse, MilestoneQualifiers.All) ?? MilestoneQualifier.Exact,
            members.Text("document"),
            members.PastDay("documentDate", today),
            members.Text("declaredBy"),
            NameIn(members),
            members.TextOrNull("note"),
            TargetIn(members));
    }

    private static Wording? NameIn(ItemMembers members)
    {
        if (members.Object("name") is not { } name) return null;
        name.RefuseOthersThan("zh", "en");
        return new Wording(name.Text("zh"), name.Text("en"));
    }

    private static MilestoneTarget? TargetIn(ItemMembers members)
    {
        if (members.Object("target") is not { } target) return null;
        target.RefuseOthersThan("value", "year", "document");
        return new MilestoneTarget(target.WholeOrAll("value"), target.Year("year"), target.Text("document"));
    }
}
