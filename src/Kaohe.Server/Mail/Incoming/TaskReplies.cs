using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Mail.Incoming.Forms;
using Kaohe.Server.Mail.Links;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>
/// What a reply to a task mail does: 同意 or 退回 decides where the site allows it, a report with attachments is submitted, anything else becomes a comment.
/// All of it through the commands of the task's page, with the mail's own record in the same transaction.
/// </summary>
/// <param name="commands">Acts.</param>
/// <param name="forms">Reads and checks forms.</param>
/// <param name="records">The list of received mails.</param>
/// <param name="origins">Whether a reply may decide.</param>
/// <param name="answers">Answers the sender.</param>
/// <param name="files">Keeps attachments.</param>
/// <param name="databases">Reads.</param>
/// <param name="clock">Now.</param>
public sealed class TaskReplies(
    TaskCommands commands, TaskFormDesk forms, ReceivedMails records, ReplyOrigins origins, MailAnswers answers, MailFiles files, IDbContextFactory<KaoheDb> databases, TimeProvider clock)
{
    private const int LongestComment = 1000;

    /// <summary>Takes a reply.</summary>
    /// <param name="received">The mail, with the mail of ours that it answers.</param>
    /// <param name="actor">Who sent it.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TakeAsync(Received received, Actor actor, string taskId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await TaskStore.FindAsync(db, taskId, cancellationToken) is not { } stored || !TaskAccess.Of(stored.Task, actor).Allows(TaskRights.ReadHeader))
        {
            await records.AddAsync(received, ReceivedMailState.Waiting, "任务已经不归发件人办理。", cancellationToken);
            return;
        }

        var reply = new Reply(received, actor, stored);
        var mayAct = (TaskAccess.Of(stored.Task, actor).Rights & (TaskRights.Act | TaskRights.Claim)) != TaskRights.None;
        if (mayAct && LinkActs.Of(stored.Task) == LinkAct.Decision && ReplyDecision.Of(received.Mail.Text) is { } decision)
        {
            await DecideAsync(reply, decision, cancellationToken);
            return;
        }

        var (kept, refused) = await files.KeepAsync(received.Mail.Files(), cancellationToken);
        if (refused.Count > 0)
        {
            await SetAsideAsync(reply, $"附件不能收：{refused[0].Message}", answers.Refused(reply, refused.Select(problem => problem.Message)), cancellationToken);
        }
        else if (mayAct && kept.Count > 0 && ReplyForms.Takes(TaskForms.New(stored.Task.Kind)))
        {
            await SubmitAsync(reply, kept, cancellationToken);
        }
        else
        {
            await CommentAsync(reply, kept, mayAct, cancellationToken);
        }
    }

    private async Task DecideAsync(Reply reply, ReplyDecision decision, CancellationToken cancellationToken)
    {
        var doubt = reply.Task.IsConfidential ? "须保密的任务不能用邮件审批。" : origins.DoubtAboutDecision(reply.Received.Mail, reply.Received.Origin!);
        var answer = doubt is not null
            ? TaskAnswer.Refused([new Office.Problem("MailDecision", string.Empty, doubt)])
            : await SendAsync(
                reply,
                async (steps, cancel) =>
                {
                    await ClaimAsync(steps, reply, cancel);
                    var done = await steps.SendAsync(new CompleteRequest { OperationId = reply.Operation, Outcome = decision.OutcomeOf(reply.Task), Opinion = decision.Opinion }, cancel);
                    await answers.SendAsync(steps.Db, reply, answers.Decided(reply, done.Task!.OutcomeLabel!), cancel);
                    return done;
                },
                $"按发件人的决定办理：{(decision.Agrees ? "同意" : "退回")}。",
                cancellationToken);
        if (!answer.IsDone)
        {
            await NotTakenAsync(reply, $"邮件审批没有生效：{answer.Problems[0].Message}", answers.NotDecided(reply, answer.Problems), cancellationToken);
        }
    }

    private async Task SubmitAsync(Reply reply, IReadOnlyList<KeptFile> kept, CancellationToken cancellationToken)
    {
        var content = ReplyContent.Read(reply.Received.Mail.Text, kept);
        var answer = await SendAsync(
            reply,
            async (steps, cancel) =>
            {
                var form = await FillAsync(steps, reply, kept, content, cancel);
                var usual = reply.Task.Outcomes.FirstOrDefault(outcome => outcome.Meaning == OutcomeMeaning.Agrees)?.Code;
                var done = await steps.SendAsync(new CompleteRequest { OperationId = reply.Operation, Outcome = usual, Data = TaskForms.Write(form) }, cancel);
                await answers.SendAsync(steps.Db, reply, answers.Submitted(reply, kept.Count), cancel);
                return done;
            },
            "附件和内容已作为办理结果提交。",
            cancellationToken);
        if (answer.Kind == TaskAnswerKind.Invalid)
        {
            await DraftAsync(reply, kept, content, answer.Problems, cancellationToken);
        }
        else if (!answer.IsDone)
        {
            await SetAsideAsync(reply, $"没有提交：{answer.Problems[0].Message}", answers.Refused(reply, answer.Problems.Select(problem => problem.Message)), cancellationToken);
        }
    }

    // What is there is not lost: it waits as the draft on the task's page, and the sender is told what is missing.
    private async Task DraftAsync(Reply reply, IReadOnlyList<KeptFile> kept, ReplyContent content, IReadOnlyList<Office.Problem> missing, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            reply,
            async (steps, cancel) =>
            {
                var form = await FillAsync(steps, reply, kept, content, cancel);
                await steps.SendAsync(new DraftRequest { OperationId = reply.Operation + ":draft", Data = TaskForms.Write(form) }, cancel);
                await answers.SendAsync(steps.Db, reply, answers.Missing(reply, missing), cancel);
                return await steps.SendAsync(Comment(reply, $"邮件来报，内容还不全（{missing.Count} 处），已存为草稿，附件 {kept.Count} 个。"), cancel);
            },
            $"内容还不全，已存为草稿并回信说明缺 {missing.Count} 处。",
            cancellationToken);
        if (!answer.IsDone)
        {
            await SetAsideAsync(reply, $"没有存为草稿：{answer.Problems[0].Message}", answers.Refused(reply, answer.Problems.Select(problem => problem.Message)), cancellationToken);
        }
    }

    private async Task CommentAsync(Reply reply, IReadOnlyList<KeptFile> kept, bool mayAct, CancellationToken cancellationToken)
    {
        if (reply.Received.Mail.Text.Length == 0 && kept.Count == 0)
        {
            await records.AddAsync(reply.Received, ReceivedMailState.Ignored, "只有引用的原文，没有新内容。", cancellationToken);
            return;
        }

        if (kept.Count > 0 && !mayAct)
        {
            await records.AddAsync(reply.Received, ReceivedMailState.Waiting, "发件人现在不办理这个任务，附件没有自动收下。", cancellationToken);
            return;
        }

        var answer = await SendAsync(
            reply,
            async (steps, cancel) =>
            {
                if (kept.Count > 0)
                {
                    await ClaimAsync(steps, reply, cancel);
                    await MailFiles.AttachAsync(steps.Db, reply.Task.Id, kept, reply.Actor, clock.GetUtcNow(), cancel);
                }

                return await steps.SendAsync(Comment(reply, Words(reply.Received.Mail.Text, kept.Count)), cancel);
            },
            kept.Count > 0 ? $"已记为留言，附件 {kept.Count} 个。" : "已记为留言。",
            cancellationToken);
        if (!answer.IsDone)
        {
            await records.AddAsync(reply.Received, ReceivedMailState.Waiting, $"没有记为留言：{answer.Problems[0].Message}", cancellationToken);
        }
    }

    private Task<TaskAnswer> SendAsync(Reply reply, Func<TaskSteps, CancellationToken, Task<TaskAnswer>> steps, string note, CancellationToken cancellationToken) => commands.SendAllAsync(
        reply.Actor,
        reply.Task.Id,
        secret: null,
        async (inside, cancel) => await records.AddAsync(inside.Db, reply.Received, ReceivedMailState.Handled, note, cancel)
            ? await steps(inside, cancel)
            : TaskAnswer.Done(reply.Task, isRepeat: true),
        cancellationToken);

    private async Task<TaskForm> FillAsync(TaskSteps steps, Reply reply, IReadOnlyList<KeptFile> kept, ReplyContent content, CancellationToken cancellationToken)
    {
        await ClaimAsync(steps, reply, cancellationToken);
        await MailFiles.AttachAsync(steps.Db, reply.Task.Id, kept, reply.Actor, clock.GetUtcNow(), cancellationToken);
        var (form, context) = await forms.OpenAsync(steps.Db, (await steps.FindAsync(cancellationToken))!, clock.GetUtcNow(), cancellationToken);
        ReplyForms.Fill(form!, context, content);
        return form!;
    }

    private static async Task ClaimAsync(TaskSteps steps, Reply reply, CancellationToken cancellationToken)
    {
        if (!TaskAccess.Of((await steps.FindAsync(cancellationToken))!.Task, reply.Actor).Allows(TaskRights.Act))
        {
            await steps.SendAsync(new ClaimRequest { OperationId = reply.Operation + ":claim" }, cancellationToken);
        }
    }

    private Task SetAsideAsync(Reply reply, string note, IReadOnlyList<string> answer, CancellationToken cancellationToken) =>
        answers.SendWithRecordAsync(reply, ReceivedMailState.Waiting, note, answer, cancellationToken);

    private Task NotTakenAsync(Reply reply, string note, IReadOnlyList<string> answer, CancellationToken cancellationToken) =>
        answers.SendWithRecordAsync(reply, ReceivedMailState.Handled, note, answer, cancellationToken);

    private static CommentRequest Comment(Reply reply, string text) => new() { OperationId = reply.Operation + ":comment", Text = text };

    private static string Words(string text, int files)
    {
        var said = text.Length > LongestComment ? text[..LongestComment] + "……（全文见邮件）" : text;
        return said.Length == 0 ? $"邮件来报附件 {files} 个。" : $"（邮件回复）{said}";
    }
}

/// <summary>A reply to a task mail.</summary>
/// <param name="Received">The mail.</param>
/// <param name="Actor">Who sent it.</param>
/// <param name="Stored">The task when the mail was read.</param>
public sealed record Reply(Received Received, Actor Actor, StoredTask Stored)
{
    /// <summary>The task.</summary>
    public HumanTask Task => Stored.Task;

    /// <summary>Derived from the mail, so that its second copy is a retry.</summary>
    public string Operation => $"mail:{Received.Mail.Id[..40]}";
}
