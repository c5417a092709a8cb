using Microsoft.Extensions.Options;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Replay;

/// <summary>
/// Records what the frames that are shown were made of: in the background, and never at the cost of anybody. A token that cannot be
/// kept is left out; a replay then shows the one before it and says so.
/// </summary>
internal sealed partial class TokenRecorder(
    BoardRelay relay,
    IJournal journal,
    IBoardTokens tokens,
    IOptions<LiveOptions> live,
    IOptions<ReplayOptions> options,
    TimeProvider clock,
    ILogger<TokenRecorder> logger) : BackgroundService
{
    private readonly Dictionary<UnitPath, TokenRule> _rules = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(live.Value.PaceEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                foreach (var frame in relay.Followed) await Look(frame, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRecorded(logger, fault);
            }
        }
    }

    private async Task Look(Frame frame, CancellationToken cancellation)
    {
        if (!_rules.TryGetValue(frame.Scope, out var rule)) _rules[frame.Scope] = rule = new TokenRule(frame.Scope);
        var now = clock.GetUtcNow();
        if (!rule.IsDue(frame, now.ToUnixTimeMilliseconds())) return;
        // Read after the frame was cut. Versions only rise, so where the sums agree the frame was made of exactly these.
        var versions = await journal.ReadVersions(frame.Scope.Province, cancellation);
        var behind = versions.Where(window => frame.Scope.Contains(window.Window)).Sum(static window => window.Version) - frame.Board.Version;
        if (behind != 0 && rule.MayWait()) return;
        await tokens.Record(new BoardToken(frame.Scope, rule.AtMs, rule.IsChange, behind, versions), (now - options.Value.KeepFor).ToUnixTimeMilliseconds());
        rule.Recorded(frame);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "What a frame was made of could not be recorded; a replay will show the one before it.")]
        public static partial void NotRecorded(ILogger logger, Exception fault);
    }
}
