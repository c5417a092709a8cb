using OpsBoard.Events;

namespace OpsBoard.Silo.Journal;

/// <summary>An event with everything that can be worked out before its turn at the writer.</summary>
internal readonly record struct PendingEvent(ServiceEvent Fact, byte[] Body, byte[] Hash)
{
    public static PendingEvent Of(ServiceEvent fact)
    {
        var body = FactsJson.Write(fact.Facts);
        return new PendingEvent(fact, body, ContentHash.Of(fact, body));
    }
}
