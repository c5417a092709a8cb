using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Notices;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Supervision.Notices;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Supervision.Notices;

/// <summary>A server with one entry that is due in 2026-W47 (by Friday the 20th of November), receivers for its notices, and no rounds but those that the test asks for.</summary>
internal sealed class NoticeOffice : IAsyncDisposable
{
    public const string Secret = "a secret of the OA that nobody logs";

    private NoticeOffice(MailReceiver mail, WebhookReceiver webhook) => (Mail, Webhook) = (mail, webhook);

    public MailReceiver Mail { get; }

    public WebhookReceiver Webhook { get; }

    public LiveServer Server { get; private set; } = null!;

    public ITaskLedger Ledger => Server.Service<ITaskLedger>();

    public static async Task<NoticeOffice> Open(string? postgres = null, SmtpSecurity security = SmtpSecurity.None, string steps = SomeEscalations.Steps)
    {
        var office = new NoticeOffice(new MailReceiver(), await WebhookReceiver.Start());
        office.Server = await office.Start(postgres, security, steps);
        await office.Ledger.AppendTasks([SomeTask.Registered(SomeTask.Plan(due: "2026-W47"), day: "2026-11-02")], TestContext.Current.CancellationToken);
        return office;
    }

    /// <summary>Another server with the same receivers.</summary>
    public async Task<LiveServer> Start(string? postgres = null, SmtpSecurity security = SmtpSecurity.None, string steps = SomeEscalations.Steps)
    {
        var rules = SomeEscalations.Read(SomeEscalations.Json(steps, Webhook.Address));
        return await LiveServer.Start(now: At("2026-11-03", 8), adjust: services =>
        {
            services.Configure<NoticeOptions>(static options =>
            {
                options.Background = false;
                options.SendWithin = TimeSpan.FromSeconds(5);
                options.Address = "https://board.example.org/";
                options.Secrets["oa"] = Secret;
            });
            services.Configure<SmtpOptions>(options => (options.Host, options.Port, options.Security, options.From) = ("127.0.0.1", Mail.Port, security, "board@example.org"));
            services.Configure<JournalOptions>(options => options.Postgres = postgres);
            services.AddSingleton(new Escalations(rules));
        });
    }

    public static DateTimeOffset At(string day, int hour, int minute = 0) => DateTimeOffset.FromUnixTimeMilliseconds(SomeTask.Ms(day)).AddHours(hour).AddMinutes(minute);

    /// <summary>One look at an instant.</summary>
    public Task<NoticeTurn> LookAt(DateTimeOffset instant, LiveServer? server = null)
    {
        (server ?? Server).Clock.Now = instant;
        return (server ?? Server).Service<NoticeRounds>().Look(TestContext.Current.CancellationToken);
    }

    /// <summary>What the entry's notices are said to be, as the API tells.</summary>
    public async Task<string[]> Told()
    {
        var entry = (await Server.Get("/api/v1/supervision?scope=hainan/jiyang")).GetProperty("entries")[0];
        return [.. entry.GetProperty("notices").EnumerateArray().Select(static notice => $"{notice.GetProperty("step").GetString()}>{notice.GetProperty("receiver").GetString()} {notice.GetProperty("standing").GetString()}")];
    }

    public static JsonElement Read(byte[] body) => JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(body));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Mail.DisposeAsync();
        await Webhook.DisposeAsync();
    }
}
