using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;
using Kaohe.Server.Tasks.Reading;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Mail.Links;

/// <summary>
/// The page behind the link in a mail: shows the task of the link's person, and does what a small page can do, through the same commands and rights as the
/// task's own page. Opening it changes nothing, however often a mail scanner does.
/// </summary>
/// <param name="tokens">Recognises links.</param>
/// <param name="actors">The people behind them.</param>
/// <param name="databases">Contexts.</param>
/// <param name="reader">Reads tasks.</param>
/// <param name="documents">Reads documents.</param>
/// <param name="commands">Acts.</param>
/// <param name="files">Keeps uploads.</param>
/// <param name="clock">Now.</param>
public sealed class LinkDesk(
    MailTokens tokens, MailActors actors, IDbContextFactory<KaoheDb> databases, TaskReader reader, DocumentReader documents, TaskCommands commands, MailFiles files, TimeProvider clock)
{
    /// <summary>What a link shows.</summary>
    /// <returns>Null for a link that never was one, whose task has ended, or whose person has no part in it any more; the three are not told apart.</returns>
    public async Task<LinkView?> FindAsync(string? token, CancellationToken cancellationToken) =>
        await ResolveAsync(token, cancellationToken) is var (task, actor) && task.IsLive && TaskAccess.Of(task, actor) is var access && TaskAccess.Show(task, access.Rights) is { } shown
            ? await ViewAsync(shown, actor, access, cancellationToken)
            : null;

    /// <summary>Does what was filled in.</summary>
    /// <returns>Null for a link that holds no more.</returns>
    public async Task<TaskAnswer?> ActAsync(string? token, LinkAnswer answer, CancellationToken cancellationToken)
    {
        if (await ResolveAsync(token, cancellationToken) is not var (task, actor) || !TaskAccess.Of(task, actor).Allows(TaskRights.ReadHeader))
        {
            return null;
        }

        // A second click arrives after the first has ended the task.
        if (task.Operations.Any(operation => operation.OperationId == answer.Operation))
        {
            return TaskAnswer.Done(task, isRepeat: true);
        }

        var act = LinkActs.Of(task);
        if (act == LinkAct.Read)
        {
            return task.IsLive ? Refused(string.Empty, "这个任务请登录后办理。") : null;
        }

        // A secret is asked for together with what else is missing, and tried only when nothing is.
        if (LinkActs.NeedsSecret(act) && Missing(task, act, answer).ToList() is { Count: > 0 } missing)
        {
            return TaskAnswer.Refused(missing);
        }

        var (kept, problems) = await files.KeepAsync(answer.Files, cancellationToken);
        return problems.Count > 0
            ? TaskAnswer.Refused(problems)
            : await commands.SendAllAsync(actor, task.Id, answer.Secret, (steps, cancel) => RunAsync(steps, actor, act, answer, kept, cancel), cancellationToken);
    }

    private async Task<TaskAnswer> RunAsync(TaskSteps steps, Actor actor, LinkAct act, LinkAnswer answer, IReadOnlyList<KeptFile> kept, CancellationToken cancellationToken)
    {
        var task = (await steps.FindAsync(cancellationToken))!.Task;
        if (task.Revision != answer.Revision)
        {
            return new TaskAnswer(TaskAnswerKind.Conflict, null, [new Problem(nameof(RevisionMustMatch), string.Empty, "任务刚刚有变动，请重新打开邮件中的链接，看过最新内容再办。")]);
        }

        if (!TaskAccess.Of(task, actor).Allows(TaskRights.Act))
        {
            await steps.SendAsync(new ClaimRequest { OperationId = answer.Operation + ":claim" }, cancellationToken);
        }

        await MailFiles.AttachAsync(steps.Db, task.Id, kept, actor, clock.GetUtcNow(), cancellationToken);
        return await steps.SendAsync(
            new CompleteRequest { OperationId = answer.Operation, Outcome = answer.Outcome ?? Usual(task), Opinion = answer.Opinion, Data = Form(act, answer) is { } form ? TaskForms.Write(form) : null },
            cancellationToken);
    }

    private async Task<LinkView> ViewAsync(HumanTask task, Actor actor, TaskAccessDecision access, CancellationToken cancellationToken)
    {
        if (task.IsConfidential || await reader.FindAsync(actor, task.Id, cancellationToken) is not { } view)
        {
            return new LinkView(task, actor, LinkAct.Read, View: null, []);
        }

        List<DocumentView> papers = [];
        foreach (var id in view.Origin.DocumentIds)
        {
            if (await documents.FindAsync(id, actor, cancellationToken) is { } paper && paper.Access.Allows(DocumentRights.Read) && !paper.Document.IsConfidential)
            {
                papers.Add(paper);
            }
        }

        var mayAct = (access.Rights & (TaskRights.Act | TaskRights.Claim)) != TaskRights.None;
        return new LinkView(task, actor, mayAct ? LinkActs.Of(task) : LinkAct.Read, view, papers);
    }

    private async Task<(HumanTask Task, Actor Actor)?> ResolveAsync(string? token, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(token, MailTokenPurpose.Open, cancellationToken) is not { } row || await actors.FindAsync(row.PersonId, cancellationToken) is not { } actor)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await TaskStore.FindAsync(db, row.TaskId, cancellationToken) is { } stored ? (stored.Task, actor) : null;
    }

    private static IEnumerable<Problem> Missing(HumanTask task, LinkAct act, LinkAnswer answer)
    {
        var chosen = task.Outcomes.FirstOrDefault(outcome => outcome.Code == answer.Outcome);
        if (chosen is null && task.Outcomes.Count > 1)
        {
            yield return new Problem("MailLink", string.Empty, $"请点{string.Join("或", task.Outcomes.Select(outcome => $"“{outcome.Label}”"))}。");
        }

        if (act == LinkAct.Signature && !answer.Confirmed)
        {
            yield return new Problem("MailLink", "confirmed", "请先勾选上面的声明。");
        }

        if (chosen is { NeedsComment: true } && string.IsNullOrWhiteSpace(answer.Opinion))
        {
            yield return new Problem("MailLink", "opinion", $"“{chosen.Label}”须填写意见。");
        }

        if (string.IsNullOrEmpty(answer.Secret))
        {
            yield return new Problem("MailLink", "secret", "请输入本人签名口令（没有设置的输入登录密码）。");
        }
    }

    private static string? Usual(HumanTask task) => task.Outcomes.FirstOrDefault(outcome => outcome.Meaning == OutcomeMeaning.Agrees)?.Code;

    private static TaskForm? Form(LinkAct act, LinkAnswer answer) => act switch
    {
        LinkAct.Receipt => new ReceiptForm { Received = answer.Confirmed, ReceivedBy = answer.ReceivedBy ?? string.Empty },
        LinkAct.Posting => new PostingForm { Place = answer.Place ?? string.Empty, PostedOn = answer.PostedOn },
        LinkAct.Signature => new SignatureForm { Confirmed = answer.Confirmed },
        _ => null,
    };

    private static TaskAnswer Refused(string path, string message) => TaskAnswer.Refused([new Problem("MailLink", path, message)]);
}
