using System.Globalization;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Web.Intake;

namespace OpsBoard.Floor;

/// <summary>
/// What any server must at least do that acknowledges nothing before it is durable: the product's own web server, gates, reading and answer,
/// and behind them a file in the place of journal, counting, grains and screens. It deduplicates nothing and counts nothing.
/// </summary>
internal static class FloorServer
{
    /// <param name="file">To which the bodies go.</param>
    public static WebApplication Build(string file)
    {
        var app = BareFront.Build(behind => behind.AddSingleton(_ => new FloorFile(file)));
        app.MapPost(IntakeEndpoints.Path, Take);
        app.MapGet("/appended", static (FloorFile file) => file.Events.ToString(CultureInfo.InvariantCulture));
        return app;
    }

    private static Task<IResult> Take(HttpContext http, IntakeDoor door, FloorFile file, TimeProvider clock)
    {
        byte[] sent = [];
        return door.Take(http, Open, (items, _) => Append(items, sent, file));

        BodyReader<Reading> Open(HttpRequest request)
        {
            var read = IntakeEndpoints.ReaderOf(request, clock, claim: null);
            return (body, charge) =>
            {
                // The body is given back before its events are durable.
                sent = body.ToArray();
                return read(body, charge);
            };
        }
    }

    private static async Task<IntakeAnswer> Append(IReadOnlyList<Reading> items, byte[] sent, FloorFile file)
    {
        var sound = items.Count(static item => item.Rejection is null);
        await file.Append(sent, sound);
        return IntakeAnswer.Of(items.Select(static item => (item.Id, item.Rejection)), [.. Enumerable.Repeat(Verdict.Accepted, sound)], "");
    }
}
