using System.Globalization;
using MimeKit;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Notices;
using OpsBoard.Testing;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Supervision.Notices;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Supervision.Notices;

/// <summary>Offices are told of what falls due: once, also after a restart, and by one server of several.</summary>
public sealed class NoticeTests(PostgresCluster cluster)
{
    private static readonly DateTimeOffset OnDue = NoticeOffice.At("2026-11-20", 9);

    [Fact]
    public async Task Each_step_is_told_once_when_it_falls_due_and_the_ledger_says_to_whom()
    {
        await using var office = await NoticeOffice.Open();

        var before = await office.LookAt(NoticeOffice.At("2026-11-18", 8, 59));
        var first = await office.LookAt(NoticeOffice.At("2026-11-18", 9));
        var again = await office.LookAt(NoticeOffice.At("2026-11-18", 9, 1));
        await office.LookAt(OnDue);

        Assert.Equal((0, 1, 0), (before.Sent, first.Sent, again.Sent));
        Assert.Equal((2, 1), (office.Mail.Taken.Count, office.Webhook.Taken.Count));
        Assert.Equal(["before-2>office sent", "due>oa sent", "due>office sent", "late-3>county planned", "late-3>oa planned"], await office.Told());
        Assert.Contains("提前 2 个工作日", await office.Server.Client.GetStringAsync($"/supervision/hainan/jiyang?task={Uri.EscapeDataString($"{SomeTask.Id}")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_twice_after_a_restart_and_what_fell_due_meanwhile_is_sent_then_and_said_to_be_late()
    {
        await using var office = await NoticeOffice.Open();
        await office.LookAt(OnDue);
        await office.Server.Pause();
        office.Server.Clock.Now = NoticeOffice.At("2026-11-26", 10);

        await office.Server.Resume();
        var turn = await office.LookAt(NoticeOffice.At("2026-11-26", 10));
        var further = await office.LookAt(NoticeOffice.At("2026-11-26", 11));

        Assert.Equal((2, 0), (turn.Sent, further.Sent));
        Assert.Equal((3, 2), (office.Mail.Taken.Count, office.Webhook.Taken.Count));
        var late = NoticeOffice.Read(office.Webhook.Taken.Last().Body).GetProperty("data");
        Assert.Equal(("late-3", true), (late.GetProperty("step").GetString(), late.GetProperty("late").GetBoolean()));
        Assert.Equal(["before-2>office sent", "due>oa sent", "due>office sent", "late-3>county sent", "late-3>oa sent"], await office.Told());
    }

    [Fact]
    public async Task A_server_that_went_away_between_sending_and_recording_sends_again_under_the_same_identity()
    {
        await using var office = await NoticeOffice.Open(steps: """{"id":"due","days":0,"to":["oa"]}""");
        var view = TaskLedger.Of(SomeTask.Id, await office.Ledger.ReadTask(SomeTask.Id, TestContext.Current.CancellationToken));
        var key = new NoticeKey("due", SomeTask.Week("2026-W47"), "oa");
        office.Server.Clock.Now = OnDue;
        await office.Ledger.AppendTasks([NoticeEvents.Begun(view, key, 1, OnDue.ToUnixTimeMilliseconds(), OnDue.ToUnixTimeMilliseconds())], TestContext.Current.CancellationToken);

        var soon = await office.LookAt(OnDue.AddMinutes(4));
        var later = await office.LookAt(OnDue.AddMinutes(5));

        Assert.Equal((0, 1), (soon.Sent, later.Sent));
        var (headers, body) = Assert.Single(office.Webhook.Taken);
        Assert.Equal(key.IdentityIn(SomeTask.Id), headers["webhook-id"]);
        Assert.Equal((key.IdentityIn(SomeTask.Id), 2), (NoticeOffice.Read(body).GetProperty("id").GetString(), NoticeOffice.Read(body).GetProperty("data").GetProperty("attempt").GetInt32()));
    }

    [Fact]
    public async Task A_webhook_is_signed_so_that_its_receiver_knows_who_sent_it_and_when()
    {
        await using var office = await NoticeOffice.Open();

        await office.LookAt(OnDue);

        var (headers, body) = Assert.Single(office.Webhook.Taken);
        var signature = SourceSignature.Read(headers)!;
        Assert.True(signature.IsMadeWith(System.Text.Encoding.UTF8.GetBytes(NoticeOffice.Secret), body));
        Assert.False(signature.IsMadeWith(System.Text.Encoding.UTF8.GetBytes(NoticeOffice.Secret + "x"), body));
        Assert.Equal(OnDue, signature.SignedAt);
        var said = NoticeOffice.Read(body);
        Assert.Equal(("opsboard.notice", "hainan/jiyang"), (said.GetProperty("type").GetString(), said.GetProperty("subject").GetString()));
        var data = said.GetProperty("data");
        Assert.Equal(("zd-01", "重点项目", "2026-W47", 0, false), (data.GetProperty("task").GetString(), data.GetProperty("title").GetString(), data.GetProperty("due").GetString(), data.GetProperty("workingDays").GetInt32(), data.GetProperty("late").GetBoolean()));
        Assert.Equal("https://board.example.org/supervision/hainan/jiyang/housing?task=hainan%2Fjiyang%23zd-01", data.GetProperty("address").GetString());
    }

    [Fact]
    public async Task Mail_says_what_is_due_to_every_address_of_the_receiver_in_its_language_and_by_an_identity_of_its_own()
    {
        await using var office = await NoticeOffice.Open();
        await office.LookAt(NoticeOffice.At("2026-11-25", 9));

        var mails = office.Mail.Taken.Select(static mail => (mail.To, Message: Parsed(mail.Text))).ToList();

        Assert.Equal(3, mails.Count);
        var toOffice = mails.Single(static mail => mail.Message.Subject == "【督办】到期当日：重点项目（补发）").Message;
        Assert.Contains("牵头单位：", toOffice.TextBody!, StringComparison.Ordinal);
        Assert.EndsWith("@example.org", toOffice.MessageId!, StringComparison.Ordinal);
        Assert.Equal("auto-generated", toOffice.Headers[HeaderId.AutoSubmitted]);
        var (addresses, toCounty) = mails.Single(static mail => mail.Message.Subject!.StartsWith('['));
        Assert.Equal(["RCPT TO:<a@example.org>", "RCPT TO:<b@example.org>"], addresses);
        Assert.Equal("[Supervision] 3 working days late, escalated: 重点项目", toCounty.Subject);
        Assert.Equal(3, mails.Select(static mail => mail.Message.MessageId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_dead_receiver_delays_no_other_and_is_tried_again_until_it_takes_the_notice()
    {
        await using var office = await NoticeOffice.Open();
        office.Webhook.Status = 503;

        var failed = await office.LookAt(OnDue);
        var soon = await office.LookAt(OnDue.AddSeconds(59));
        office.Webhook.Status = 200;
        var taken = await office.LookAt(OnDue.AddMinutes(1));

        Assert.Equal((2, 1, 1), (failed.Sent, failed.Failed, failed.Waiting));
        Assert.Equal((0, 0, 1), (soon.Sent, soon.Failed, soon.WaysDown));
        Assert.Equal((1, 0), (taken.Sent, taken.Waiting));
        Assert.Equal((2, 1), (office.Webhook.Taken.Count, office.Webhook.Taken.Select(static each => each.Headers["webhook-id"].ToString()).Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task Of_many_notices_to_a_dead_receiver_one_is_tried_and_not_each()
    {
        await using var office = await NoticeOffice.Open(steps: """{"id":"due","days":0,"to":["oa"]}""");
        await office.Ledger.AppendTasks([.. Enumerable.Range(10, 30).Select(static n => SomeTask.Registered(SomeTask.Plan(due: "2026-W47"), day: "2026-11-02", task: $"zd-{n}"))], TestContext.Current.CancellationToken);
        office.Webhook.Status = 500;

        var turn = await office.LookAt(OnDue);

        Assert.Equal((1, 31), (office.Webhook.Taken.Count, turn.Waiting));
    }

    [Fact]
    public async Task A_notice_that_is_refused_stands_in_no_other_notices_way()
    {
        await using var office = await NoticeOffice.Open(steps: """{"id":"due","days":0,"to":["oa"]}""");
        await office.Ledger.AppendTasks([SomeTask.Registered(SomeTask.Plan(due: "2026-W47"), day: "2026-11-02", task: "zd-10")], TestContext.Current.CancellationToken);
        office.Webhook.Status = 422;

        var turn = await office.LookAt(OnDue);

        Assert.Equal((2, 2, 0), (office.Webhook.Taken.Count, turn.Failed, turn.WaysDown));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var office = await NoticeOffice.Open(steps: """{"id":"due","days":0,"to":["oa"]}""");
        office.Webhook.Status = 307;

        await office.LookAt(OnDue);

        Assert.Single(office.Webhook.Taken);
        Assert.Equal("redirected", await FaultOf(office));
    }

    [Fact]
    public async Task A_mail_server_that_offers_no_encryption_is_told_nothing_when_it_is_asked_for()
    {
        await using var office = await NoticeOffice.Open(security: SmtpSecurity.StartTls, steps: """{"id":"due","days":0,"to":["lead"]}""");

        await office.LookAt(OnDue);

        Assert.Empty(office.Mail.Taken);
        Assert.Equal("tls", await FaultOf(office));
    }

    [Fact]
    public async Task An_address_that_the_mail_server_refuses_is_named_by_the_servers_number_and_never_by_its_words()
    {
        await using var office = await NoticeOffice.Open(steps: """{"id":"due","days":0,"to":["lead"]}""");
        office.Mail.RefusesAddresses = "550 5.1.1 13800138000 is nobody here";

        await office.LookAt(OnDue);

        Assert.Equal("smtp_550", await FaultOf(office));
    }

    [Fact]
    public async Task A_receiver_that_takes_the_connection_and_says_nothing_costs_its_own_patience_and_nothing_else()
    {
        await using var office = await NoticeOffice.Open();
        office.Mail.IsMute = true;

        var turn = await office.LookAt(OnDue);

        Assert.Equal((1, 1, 1), (turn.Sent, turn.Failed, office.Webhook.Taken.Count));
    }

    [Fact]
    public async Task Of_an_entry_that_is_closed_nobody_is_reminded()
    {
        await using var office = await NoticeOffice.Open();
        await office.Ledger.AppendTasks(
            [
                SomeTask.Act(TaskAct.Assigned, "2026-11-03"), SomeTask.Act(TaskAct.Started, "2026-11-04"),
                SomeTask.Act(TaskAct.ClosureRequested, "2026-11-05"), SomeTask.Act(TaskAct.Closed, "2026-11-06"),
            ],
            TestContext.Current.CancellationToken);

        Assert.Equal(0, (await office.LookAt(OnDue)).Sent);
    }

    [Fact]
    public async Task Two_servers_on_one_database_that_look_at_the_same_instant_tell_each_receiver_once()
    {
        var database = cluster.NewSchema();
        await using var office = await NoticeOffice.Open(database);
        await using var other = await office.Start(database);

        var turns = await Task.WhenAll(office.LookAt(OnDue), office.LookAt(OnDue, other));
        var again = await Task.WhenAll(office.LookAt(OnDue.AddMinutes(1)), office.LookAt(OnDue.AddMinutes(1), other));

        Assert.Equal((3, 0), (turns.Sum(static turn => turn.Sent), again.Sum(static turn => turn.Sent)));
        Assert.Equal((2, 1), (office.Mail.Taken.Count, office.Webhook.Taken.Count));
    }

    [Fact]
    public async Task A_source_that_calls_itself_as_the_server_does_is_refused()
    {
        await using var server = await LiveServer.Start();

        var answer = await SomeLedger.Send(server, SomeTask.Json().Replace("urn:office", "notices:hainan/jiyang", StringComparison.Ordinal));

        Assert.Equal("invalid_source", answer.GetProperty("results")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Supervisors_are_told_how_many_notices_wait_and_since_when_and_of_no_unit()
    {
        await using var office = await NoticeOffice.Open();
        office.Webhook.Status = 503;
        await office.LookAt(OnDue);

        var health = (await office.Server.Get("/health/ready")).GetProperty("notices").GetRawText();

        Assert.Equal("""{"looked":"2026-11-20T09:00:00.000+08:00","waiting":1,"oldestDue":"2026-11-20T09:00:00.000+08:00","waysDown":1,"givenUp":0,"unlisted":0}""", health);
    }

    private static MimeMessage Parsed(string text) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));

    private static async Task<string?> FaultOf(NoticeOffice office) =>
        (await office.Server.Get("/api/v1/supervision?scope=hainan/jiyang")).GetProperty("entries")[0].GetProperty("notices")[0].GetProperty("fault").GetString();
}
