using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Mail;
using Kaohe.Server.Mail.Incoming;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kaohe.Server.Tests.Mail.Incoming;

/// <summary>Mails out over a real SMTP server, read and answered as people do, taken in over a real IMAP server.</summary>
public sealed class MailboxTests(MailHost host) : IClassFixture<MailHost>
{
    private const string Unit = "xinfu";
    private const string Liaison = "xinfu-liaison";
    private const string Address = "xinfu-liaison@xinzhou.example";
    private static readonly string[] _report = ["一、目标任务完成情况", "全年任务全部完成。", "二、主要措施", "加强调度，专人负责。", "三、存在问题和原因", "项目储备不足。", "四、下步打算", "谋划新项目。"];

    private readonly TaskWork _work = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_submit_the_self_assessment_by_a_reply_with_a_word_file_once()
    {
        SkipWhereThereAreNoServers();
        var id = await _work.OpenAsync(TaskKinds.SelfAssessmentReport, Role.Unit.Code, Unit);
        var mail = await host.NotifyAsync(id, Liaison, Address);
        Assert.DoesNotContain($"/tasks/{id}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("可以直接回复本邮件", mail.TextBody, StringComparison.Ordinal);

        var reply = MailHost.Reply(mail, Address, "自查报告已报送，请审核。", ("自查报告.docx", ReportFile.Write(_report, [["指标", "目标值", "完成值"], .. await FiguresAsync(id)])));
        await host.Mail.SendAsync(reply);
        var taken = await host.TakenAsync(reply);
        Assert.Equal((ReceivedMailState.Handled, "自查报告已报送，请审核。"), (taken.State, taken.Text));
        var task = await TaskAsync(id);
        Assert.Equal((TaskState.Completed, Liaison, "专人负责"), (task.State, task.EndedById, task.Data!.Value.GetProperty("measures").GetString()![^5..^1]));
        Assert.Contains("不用再办", (await host.Mail.ReceiveAsync(Address, answer => answer.InReplyTo is null && answer.Subject == $"回复：{reply.Subject}")).TextBody, StringComparison.Ordinal);

        await host.Mail.SendAsync(reply);
        await ProcessedAsync(copies: 2, reply.MessageId!);
        Assert.Equal((task.Version, 1), ((await TaskAsync(id)).Version, await FilesAsync(id)));
        await using var db = host.Read();
        Assert.Equal(taken.Id, (await new ReceivedMailFilter(TaskId: id).Of(db).SingleAsync(Cancel)).Id);
        Assert.Contains(taken.Id, await new ReceivedMailFilter(ReceivedMailState.Handled, Unit, Text: Address).Of(db).Select(row => row.Id).ToListAsync(Cancel));
        Assert.Empty(await new ReceivedMailFilter(UnitId: "wutai", TaskId: id).Of(db).ToListAsync(Cancel));
        Assert.Empty(await new ReceivedMailFilter(ReceivedMailState.Waiting, TaskId: id).Of(db).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Should_keep_an_incomplete_report_as_a_draft_and_say_what_is_missing()
    {
        SkipWhereThereAreNoServers();
        var id = await _work.OpenAsync(TaskKinds.SelfAssessmentReport, Role.Unit.Code, Unit);
        var reply = MailHost.Reply(await host.NotifyAsync(id, Liaison, Address), Address, "先报一部分。", ("自查报告.docx", ReportFile.Write(_report[..4])));

        await host.Mail.SendAsync(reply);

        Assert.Contains("已存为草稿", (await host.TakenAsync(reply)).Note, StringComparison.Ordinal);
        var task = await TaskAsync(id);
        Assert.Equal((TaskState.Assigned, "加强调度，专人负责。", 1), (task.State, task.Draft!.Value.GetProperty("measures").GetString(), await FilesAsync(id)));
        var answer = await host.Mail.ReceiveAsync(Address, one => one.Subject == $"回复：{reply.Subject}");
        Assert.Contains("下步打算", answer.TextBody, StringComparison.Ordinal);
        Assert.NotEmpty(answer.ReplyTo);
    }

    [Fact]
    public async Task Should_submit_the_rectification_report_from_its_table()
    {
        SkipWhereThereAreNoServers();
        var id = await _work.OpenAsync(TaskKinds.RectificationReport, Role.Unit.Code, Unit);
        var due = DateTime.Today.AddMonths(2);
        var name = (await host.Services.GetRequiredService<Kaohe.Server.Identity.People.IOfficePeople>().DirectoryAsync(Cancel)).Find(Liaison)!.Name;
        var file = ReportFile.Write(["一、原因分析", "重视不够，调度不力。"], [["问题", "整改措施", "责任人", "完成期限"], ["投资未达标", "每月调度", name, $"{due:yyyy年M月d日}"]]);
        var reply = MailHost.Reply(await host.NotifyAsync(id, Liaison, Address), Address, "报送整改报告。", ("整改报告.docx", file));

        await host.Mail.SendAsync(reply);

        Assert.Equal("附件和内容已作为办理结果提交。", (await host.TakenAsync(reply)).Note);
        var measure = (await TaskAsync(id)).Data!.Value.GetProperty("measures")[0];
        Assert.Equal(("投资未达标", $"{due:yyyy-MM-dd}"), (measure.GetProperty("shortcoming").GetString(), measure.GetProperty("completeBy").GetString()));
    }

    [Fact]
    public async Task Should_make_other_replies_comments_and_let_a_stranger_wait_for_the_office()
    {
        SkipWhereThereAreNoServers();
        var id = await _work.OpenAsync(TaskKinds.SelfAssessmentReport, Role.Unit.Code, Unit);
        var mail = await host.NotifyAsync(id, Liaison, Address);
        var question = MailHost.Reply(mail, Address, "请问可以延期两天吗？");
        var forged = MailHost.Reply(mail, "somebody@elsewhere.example", "这是自查报告。", ("报告.docx", ReportFile.Write(_report)));
        var absence = MailHost.Reply(mail, Address, "我在休假。");
        absence.Headers.Add("Auto-Submitted", "auto-replied");
        foreach (var sent in (MimeMessage[])[question, forged, absence])
        {
            await host.Mail.SendAsync(sent);
        }

        Assert.Equal(ReceivedMailState.Handled, (await host.TakenAsync(question)).State);
        Assert.Equal(ReceivedMailState.Ignored, (await host.TakenAsync(absence)).State);
        Assert.Equal((ReceivedMailState.Waiting, 0), ((await host.TakenAsync(forged)).State, await FilesAsync(id)));
        Assert.Contains("请问可以延期两天吗？", await HistoryAsync(id), StringComparison.Ordinal);

        var waiting = await host.TakenAsync(forged);
        foreach (var other in (string[])["忻府区联络员", "市长", "admin"])
        {
            using var refused = await (other == "admin" ? await host.SignInAsync("mail-admin", Role.Administrator.Code) : await host.AsAsync(other)).PostAsJsonAsync($"/api/received-mails/{waiting.Id}/assign", new { taskId = id }, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        var office = await host.AsAsync("考核办经办人");
        using var filed = await office.PostAsJsonAsync($"/api/received-mails/{waiting.Id}/assign", new { taskId = id }, Cancel);
        using var again = await office.PostAsJsonAsync($"/api/received-mails/{waiting.Id}/discard", new { text = "广告" }, Cancel);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity), (filed.StatusCode, again.StatusCode));
        Assert.Equal(1, await FilesAsync(id));
        Assert.Equal((ReceivedMailState.Handled, id), ((await host.TakenAsync(forged)).State, (await host.TakenAsync(forged)).TaskId));
        Assert.NotEmpty((await host.TakenAsync(forged)).HandledByName!);
    }

    [Fact]
    public async Task Should_let_the_office_answer_and_put_aside_what_waits()
    {
        SkipWhereThereAreNoServers();
        const string Citizen = "citizen@elsewhere.example";
        MimeMessage[] letters = [Letter(Citizen, "群众怎么参加测评？"), Letter(Citizen, "清仓大促销")];
        foreach (var letter in letters)
        {
            await host.Mail.SendAsync(letter);
        }

        var (question, junk) = (await host.TakenAsync(letters[0]), await host.TakenAsync(letters[1]));
        var (office, unit) = (await host.AsAsync("考核办经办人"), await host.AsAsync("忻府区联络员"));
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [await SendAsync(unit, question.Id, "answer", "好"), await SendAsync(unit, junk.Id, "discard", "广告")]);
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [await SendAsync(office, question.Id, "answer", " "), await SendAsync(office, junk.Id, "discard", null)]);
        Assert.Equal((ReceivedMailState.Waiting, ReceivedMailState.Waiting), ((await host.TakenAsync(letters[0])).State, (await host.TakenAsync(letters[1])).State));

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent], [await SendAsync(office, question.Id, "answer", "12月开始，请留意公告。"), await SendAsync(office, junk.Id, "discard", "广告")]);
        var answer = await host.Mail.ReceiveAsync(Citizen, mail => mail.Subject == $"回复：{letters[0].Subject}");
        Assert.Contains("12月开始，请留意公告。", answer.TextBody, StringComparison.Ordinal);
        Assert.Contains("（郜晨回复）", answer.TextBody, StringComparison.Ordinal);
        var (answered, discarded) = (await host.TakenAsync(letters[0]), await host.TakenAsync(letters[1]));
        Assert.Equal((ReceivedMailState.Handled, "郜晨", ReceivedMailState.Discarded, "不处理：广告", "郜晨"), (answered.State, answered.HandledByName, discarded.State, discarded.Note, discarded.HandledByName));

        // Somebody else was faster.
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [await SendAsync(office, question.Id, "answer", "再说一遍"), await SendAsync(office, junk.Id, "discard", "广告")]);

        static MimeMessage Letter(string from, string subject) =>
            new([new MailboxAddress("群众", from)], [new MailboxAddress("", MailHost.Ours)], $"{subject}{Guid.NewGuid():N}", new TextPart("plain") { Text = "您好。" });

        static async Task<HttpStatusCode> SendAsync(HttpClient who, string id, string what, string? text)
        {
            using var sent = await who.PostAsJsonAsync($"/api/received-mails/{id}/{what}", new { text }, Cancel);
            return sent.StatusCode;
        }
    }

    [Fact]
    public async Task Should_decide_by_mail_only_where_the_site_allows_it_and_the_sender_is_proven()
    {
        SkipWhereThereAreNoServers();
        var options = host.Services.GetRequiredService<IOptions<MailOptions>>().Value.Imap;
        var id = await _work.OpenAsync(TaskKinds.Approval, Role.Unit.Code, Unit, isApproval: true);
        var mail = await host.NotifyAsync(id, Liaison, Address);
        const string Proven = $"{MailHost.TrustedServer}; dkim=pass header.d=xinzhou.example";

        await RefusedAsync(Decision(mail, "同意", null), "没有核验");
        await RefusedAsync(Decision(mail, "同意", "mx.evil.example; dkim=pass header.d=xinzhou.example"), "没有核验");
        var withoutToken = Decision(mail, "同意", Proven);
        withoutToken.To.Clear();
        withoutToken.To.Add(new MailboxAddress("", MailHost.Ours));
        await RefusedAsync(withoutToken, "回信地址");
        options.AcceptsDecisions = false;
        await RefusedAsync(Decision(mail, "同意", Proven), "没有开通");
        options.AcceptsDecisions = true;
        await RefusedAsync(Decision(mail, "退回", Proven), "意见"); // a return needs a reason

        var decision = Decision(mail, "同意。数据属实。", Proven);
        await host.Mail.SendAsync(decision);
        await host.TakenAsync(decision);
        var task = await TaskAsync(id);
        Assert.Equal((TaskState.Completed, "agree", "数据属实。", Liaison), (task.State, task.OutcomeCode, task.Opinion, task.EndedById));

        // Nobody approves what they submitted, by mail neither.
        var own = await _work.OpenAsync(TaskKinds.Approval, Role.Unit.Code, Unit, isApproval: true, data: new() { ["submittedBy"] = Liaison });
        var mine = Decision(await host.NotifyAsync(own, Liaison, Address), "同意", Proven);
        await host.Mail.SendAsync(mine);
        await host.TakenAsync(mine);
        Assert.Equal((true, null), ((await TaskAsync(own)).IsLive, (await TaskAsync(own)).OutcomeCode));

        async Task RefusedAsync(MimeMessage sent, string why)
        {
            await host.Mail.SendAsync(sent);
            Assert.Contains(why, (await host.TakenAsync(sent)).Note, StringComparison.Ordinal);
            Assert.True((await TaskAsync(id)).IsLive);
        }
    }

    [Fact]
    public async Task Should_mark_the_mail_that_came_back_and_lose_nothing_while_the_mailbox_is_away()
    {
        SkipWhereThereAreNoServers();
        var id = await _work.OpenAsync(TaskKinds.General, Role.Unit.Code, Unit);
        var mail = await host.NotifyAsync(id, Liaison, Address);
        await host.Mail.StopImapAsync();
        var reply = MailHost.Reply(mail, Address, "邮箱停了也要收到。");
        await host.Mail.SendAsync(reply);
        await host.SendAsync(id, Liaison, "full@xinzhou.example");
        await host.Mail.StartImapAsync();

        Assert.Equal(ReceivedMailState.Handled, (await host.TakenAsync(reply)).State);
        MailRow? bounced = null;
        await Wait.UntilAsync(async () =>
        {
            await using var db = host.Read();
            bounced = await db.Mails.AsNoTracking().SingleAsync(row => row.Address == "full@xinzhou.example", Cancel);
            return bounced.BouncedAt is not null;
        });
        Assert.Equal(MailState.Failed, bounced!.State);
        Assert.Contains("退回", bounced.Error, StringComparison.Ordinal);
    }

    private void SkipWhereThereAreNoServers() => Assert.SkipWhen(host.Mail.Missing is not null, host.Mail.Missing ?? "");

    private static MimeMessage Decision(MimeMessage mail, string text, string? results)
    {
        var reply = MailHost.Reply(mail, Address, text);
        if (results is not null)
        {
            reply.Headers.Insert(0, "Authentication-Results", results);
        }

        return reply;
    }

    private async Task<HumanTask> TaskAsync(string id)
    {
        await using var db = host.Read();
        return (await TaskStore.FindAsync(db, id, Cancel))!.Task;
    }

    private async Task<int> FilesAsync(string id)
    {
        await using var db = host.Read();
        return await db.TaskAttachments.CountAsync(file => file.TaskId == id, Cancel);
    }

    private async Task<string> HistoryAsync(string id)
    {
        await using var db = host.Read();
        return string.Join('\n', (await TaskStore.HistoryAsync(db, id, Cancel)).Select(line => line.Line));
    }

    // The figures that the report has to state, as a table with a heading.
    private async Task<IEnumerable<string[]>> FiguresAsync(string id)
    {
        var head = await host.AsAsync("忻府区联络员");
        var form = await TaskWork.FormAsync(head, id);
        return form["figures"]!.AsArray().Select(row => (string[])[row!["indicatorCode"]!.ToString(), "100", row["value"]?.ToString() ?? "12.5"]).ToList();
    }

    private Task ProcessedAsync(int copies, string messageId) => Wait.UntilAsync(async () => (await host.Mail.ReadAsync(MailHost.Ours, "已处理")).Count(mail => mail.MessageId == messageId) == copies);
}
