using System.Collections.Immutable;

namespace OpsBoard.Web.Import;

/// <summary>Where imported things go: a running server, or the journal of a stopped one. It closes what it was given.</summary>
public interface IImportSink<T> : IAsyncDisposable
{
    /// <summary>Answers once they are durable, one answer for each, in order.</summary>
    /// <exception cref="ImportException">They could not be handed over; repeating the whole import is safe.</exception>
    Task<ImmutableArray<SinkAnswer>> Send(IReadOnlyList<Imported<T>> things, CancellationToken cancellation);
}
