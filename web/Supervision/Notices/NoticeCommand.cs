using System.CommandLine;
using Microsoft.Extensions.Options;
using OpsBoard.Configuration;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Notices;
using OpsBoard.Units;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary><c>notice</c>: tries a receiver out before anything falls due, with the rules of the data directory and the settings that the server would have.</summary>
internal static class NoticeCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The data directory.", DefaultValueFactory = static _ => "data" };
    private static readonly Argument<string> Receiver = new("RECEIVER") { Description = "The id of a receiver in escalations.json." };

    public static Command Create(TimeProvider clock) => new("notice", "Who is told of what falls due in the ledger of supervision.") { Test(clock), List() };

    private static Command Test(TimeProvider clock)
    {
        var command = new Command("test", "Sends one notice that says it is a test; exit status 1 when it was not taken. Nothing is recorded of it.") { Receiver, Data };
        command.SetAction((parsed, cancellation) => Guarded(() => Send(parsed.GetValue(Receiver)!, FilesOf(parsed), clock, cancellation)));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Prints the receivers and the ladders of escalations.json; exit status 2 when it has a mistake.") { Data };
        command.SetAction((parsed, _) => Guarded(() => Task.FromResult(Print(FilesOf(parsed).ReadEscalations()))));
        return command;
    }

    private static ConfigurationFiles FilesOf(ParseResult parsed) => new(Path.GetFullPath(parsed.GetValue(Data)!));

    private static async Task<int> Guarded(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (fault is ConfigurationException or StartException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"opsboard: {fault.Message}");
            return ExitCodes.CannotStart;
        }
    }

    private static async Task<int> Send(string receiver, ConfigurationFiles files, TimeProvider clock, CancellationToken cancellation)
    {
        await using var services = ServicesOf(files, clock);
        if (files.ReadEscalations().Find(receiver) is not { } found) throw new StartException($"{files.Escalations} has no receiver \"{receiver}\"; ./opsboard notice list names them.");
        var letter = LetterTo(found, files.ReadRoster(), clock.GetUtcNow());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(services.GetRequiredService<IOptions<NoticeOptions>>().Value.SendWithin);
        SendAnswer answer;
        try
        {
            answer = await services.GetServices<ISendingWay>().First(way => way.Serves(letter)).Send(letter, patience.Token);
        }
        catch (OperationCanceledException)
        {
            answer = SendAnswer.Down(NoticeFaults.TimedOut);
        }

        if (answer.Fault is null) Console.WriteLine($"{receiver} took it: {letter.Identity}");
        else await Console.Error.WriteLineAsync($"opsboard: {receiver} did not take it: {answer.Fault}. docs/operations.md says what that means.");
        return answer.Fault is null ? ExitCodes.Well : ExitCodes.Flawed;
    }

    private static ServiceProvider ServicesOf(ConfigurationFiles files, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Settings.RefuseUnknown(builder.Configuration);
        builder.Services.AddSingleton(clock).AddSingleton(files.ReadRoster()).AddNotices(files);
        return builder.Services.BuildServiceProvider();
    }

    private static Letter LetterTo(NoticeReceiver receiver, Roster roster, DateTimeOffset now)
    {
        var unit = receiver.Units is [var first, ..] ? first : roster.Provinces.Select(static province => province.Path).FirstOrDefault(UnitPath.Parse("test"));
        var week = IsoWeek.Of(BusinessDay.Of(now));
        var words = receiver.IsEnglish ? ("Test notice", "No entry is due: this tries the way out", "It arrived") : ("测试通知", "并无到期事项，仅用于检验通知能否送达", "已收到");
        var plan = new TaskPlan(TaskKind.Inspection, words.Item1, unit, [], "—", words.Item2, week, words.Item3, []);
        var task = new TaskId(unit, "test");
        var registered = new TaskEvent("notice-test", "test", task, TaskAct.Registered, false, unit, now.ToUnixTimeMilliseconds(), new TaskFacts(plan));
        var view = TaskLedger.Of(task, [new TaskRecord(registered, now.ToUnixTimeMilliseconds())]);
        // Another key at each trial: a receiver that keeps identities would say that it knows this one.
        var key = new NoticeKey($"test-{now.ToUnixTimeMilliseconds()}", week, receiver.Id);
        return new Letter(view, new TaskNotice(key, 0, now.ToUnixTimeMilliseconds(), NoticeStanding.Due), receiver, now) { IsTest = true };
    }

    private static int Print(EscalationRules rules)
    {
        if (rules.Ladders.IsEmpty) Console.WriteLine("Nobody is told of anything: there is no ladder.");
        foreach (var receiver in rules.Receivers)
            Console.WriteLine($"{receiver.Id}  {receiver.Name.Zh}  {receiver.Webhook?.ToString() ?? string.Join(", ", receiver.Mail)}  {string.Join(", ", receiver.Units)}".TrimEnd());
        foreach (var ladder in rules.Ladders)
            Console.WriteLine($"{ladder.Id}: {string.Join("; ", ladder.Steps.Select(static step => $"{step.Days} working days to {string.Join(", ", step.To)}"))}");
        return ExitCodes.Well;
    }
}
