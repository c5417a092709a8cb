using System.Collections.Immutable;
using OpsBoard.Embedded;
using OpsBoard.Events;
using OpsBoard.Floor;
using OpsBoard.Web.Intake;

namespace OpsBoard.Peers;

/// <summary>The product's own front with what others would take in the place of journal, counting and grains.</summary>
internal static class PeerServer
{
    private const string Postgres = "postgres";
    private const string Redis = "redis";
    private const string Grains = "grains";

    public static ImmutableArray<string> Kinds { get; } = [Postgres, Redis, Grains];

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="store">The folder of PostgreSQL's socket, the socket of Redis, or the file that grains write to.</param>
    public static async Task<WebApplication> Build(string kind, string store)
    {
        var viewer = new ProvinceViewer();
        IPeerJournal? journal = kind switch
        {
            Postgres => await PostgresJournal.Open(store, viewer),
            Redis => await RedisJournal.Open(store, viewer),
            _ => null,
        };
        var app = BareFront.Build(behind =>
        {
            behind.AddSingleton(viewer);
            if (journal is not null) behind.AddSingleton(_ => journal);
            else AddGrains(behind, store);
        });
        app.MapPost(IntakeEndpoints.Path, Take);
        app.MapGet("/counted", static (IPeerJournal journal) => journal.Count());
        return app;
    }

    private static void AddGrains(IServiceCollection behind, string file) => behind
        .AddEmbeddedGrains(null, typeof(ICounterGrain).Assembly)
        .AddSingleton(_ => new CounterFile(file))
        .AddSingleton<IPeerJournal, GrainJournal>();

    private static Task<IResult> Take(HttpContext http, IntakeDoor door, IPeerJournal journal, TimeProvider clock) =>
        door.Take(http, request => IntakeEndpoints.ReaderOf(request, clock, claim: null), (items, _) => Append(items, journal));

    private static async Task<IntakeAnswer> Append(IReadOnlyList<Reading> items, IPeerJournal journal)
    {
        var verdicts = await journal.Append([.. items.Where(static item => item.Rejection is null).Select(static item => item.Event!)]);
        return IntakeAnswer.Of(items.Select(static item => (item.Id, item.Rejection)), verdicts, "");
    }
}
