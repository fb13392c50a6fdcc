using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Server.Mail.Reading;
using Kaohe.Server.Tasks.Attachments;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>What the office does with received mails: reads them, files them with a task, answers, puts them aside.</summary>
/// <param name="current">Who asks.</param>
/// <param name="commands">Files with tasks.</param>
/// <param name="answers">Answers.</param>
/// <param name="files">Kept messages.</param>
/// <param name="attachments">Attaches.</param>
/// <param name="lane">Writes.</param>
/// <param name="databases">Reads.</param>
/// <param name="options">Our address.</param>
/// <param name="clock">Now.</param>
public sealed class IncomingMailActs(
    ICurrentActor current, TaskCommands commands, MailAnswers answers, ContentFiles files, MailFiles attachments, IWriteLane lane, IDbContextFactory<KaoheDb> databases,
    IOptions<MailOptions> options, TimeProvider clock)
{
    private const string Gone = "这封邮件已由他人处理，请刷新。";

    /// <summary>Received mails, the newest first.</summary>
    /// <param name="filter">What the list is narrowed to.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<ReceivedMailRow>> ListAsync(ReceivedMailFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await DemandAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await page.ReadAsync(filter.Of(db).OrderByDescending(mail => mail.ReceivedAt).ThenBy(mail => mail.Id), cancellationToken);
    }

    /// <summary>One mail with its attachments.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<(ReceivedMailRow Row, IReadOnlyList<Links.MailFile> Files)?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        await DemandAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ReceivedMails.AsNoTracking().FirstOrDefaultAsync(mail => mail.Id == id, cancellationToken) is { } row ? (row, await FilesAsync(row, cancellationToken)) : null;
    }

    /// <summary>Live tasks that a mail may be about: those which the mail that it answers told.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FilingChoice>> SuggestAsync(ReceivedMailRow mail, CancellationToken cancellationToken = default)
    {
        await DemandAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var told = mail.TaskId is { } task ? [task]
            : await db.Mails.Where(one => mail.MailKey != null && (one.Key == mail.MailKey || one.HeadKey == mail.MailKey) && one.TaskId != null).Select(one => one.TaskId!).ToListAsync(cancellationToken);
        return await db.Tasks.AsNoTracking().Where(one => told.Contains(one.Id) && one.IsLive && !one.IsConfidential)
            .OrderBy(one => one.DueAt).ThenBy(one => one.Id).Select(one => new FilingChoice(one.Id, one.Title, one.AssigneeName)).ToListAsync(cancellationToken);
    }

    /// <summary>Live tasks to file a mail with, by part of the title.</summary>
    /// <param name="text">Part of the title, or a person's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FilingChoice>> TasksAsync(string text, CancellationToken cancellationToken = default)
    {
        await DemandAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Tasks.AsNoTracking().Where(task => task.IsLive && !task.IsConfidential && (task.Title.Contains(text) || (task.AssigneeName != null && task.AssigneeName.Contains(text))))
            .OrderBy(task => task.DueAt).ThenBy(task => task.Id).Take(20).Select(task => new FilingChoice(task.Id, task.Title, task.AssigneeName)).ToListAsync(cancellationToken);
    }

    /// <summary>Files a mail with a task: its text as a comment, its attachments with it.</summary>
    /// <returns>Why not; empty when it is done.</returns>
    public async Task<IReadOnlyList<Problem>> AssignAsync(string id, string taskId, CancellationToken cancellationToken = default)
    {
        var actor = await DemandAsync(cancellationToken);
        if (await FindAsync(id, cancellationToken) is not var (row, given))
        {
            return [new Problem("ReceivedMail", string.Empty, Gone)];
        }

        var (kept, refused) = await attachments.KeepAsync(given, cancellationToken);
        var left = refused.Count == 0 ? "" : $"\n未收附件：{string.Join('；', refused.Select(problem => problem.Message))}";
        var text = $"（{row.FromName}来信，{actor.Name}转入）{row.Subject}\n{row.Text}{left}".Trim();
        var answer = await commands.SendAllAsync(
            actor,
            taskId,
            secret: null,
            async (steps, cancel) =>
            {
                var done = await steps.SendAsync(new CommentRequest { OperationId = $"mail:{id[..40]}:file", Text = text }, cancel);
                await MailFiles.AttachAsync(steps.Db, taskId, kept, actor, clock.GetUtcNow(), cancel);
                return await CloseAsync(steps.Db, id, ReceivedMailState.Handled, $"转入任务“{done.Task!.Title}”。", actor, taskId, cancel)
                    ? done
                    : throw new TaskRefusedException(TaskAnswer.Refused([new Problem("ReceivedMail", string.Empty, Gone)]));
            },
            cancellationToken);
        return answer.Problems;
    }

    /// <summary>Answers a mail.</summary>
    /// <returns>Why not; empty when it is done.</returns>
    public async Task<IReadOnlyList<Problem>> AnswerAsync(string id, string? text, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [new Problem("ReceivedMail", "answer", "请填写回信内容。")];
        }

        return await EndAsync(id, ReceivedMailState.Handled, "已回信。", (db, row, actor, cancel) => answers.SendAsync(db, row, actor, text, cancel), cancellationToken);
    }

    /// <summary>Puts a mail aside.</summary>
    /// <returns>Why not; empty when it is done.</returns>
    public async Task<IReadOnlyList<Problem>> DiscardAsync(string id, string? reason, CancellationToken cancellationToken = default) => string.IsNullOrWhiteSpace(reason)
        ? [new Problem("ReceivedMail", "reason", "请填写不处理的原因。")]
        : await EndAsync(id, ReceivedMailState.Discarded, $"不处理：{reason.Trim()}", (_, _, _, _) => Task.CompletedTask, cancellationToken);

    private async Task<IReadOnlyList<Problem>> EndAsync(
        string id, ReceivedMailState state, string note, Func<KaoheDb, ReceivedMailRow, Actor, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var actor = await DemandAsync(cancellationToken);
        var done = await lane.RunAsync(
            async (db, cancel) =>
            {
                if (!await CloseAsync(db, id, state, note, actor, taskId: null, cancel))
                {
                    return false;
                }

                await work(db, (await db.ReceivedMails.FindAsync([id], cancel))!, actor, cancel);
                return true;
            },
            cancellationToken);
        return done ? [] : [new Problem("ReceivedMail", string.Empty, Gone)];
    }

    private async Task<bool> CloseAsync(KaoheDb db, string id, ReceivedMailState state, string note, Actor actor, string? taskId, CancellationToken cancellationToken)
    {
        if (await db.ReceivedMails.FindAsync([id], cancellationToken) is not { State: ReceivedMailState.Waiting } row)
        {
            return false;
        }

        (row.State, row.Note, row.HandledByName, row.HandledAt, row.TaskId) = (state, note, actor.Name, clock.GetUtcNow(), taskId ?? row.TaskId);
        return true;
    }

    private async Task<IReadOnlyList<Links.MailFile>> FilesAsync(ReceivedMailRow row, CancellationToken cancellationToken)
    {
        if (row.Content is null || files.Open(row.Content) is not { } stream)
        {
            return [];
        }

        await using (stream)
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, cancellationToken);
            var mail = IncomingMail.Parse(copy.ToArray(), options.Value.ReplyAddress);
            using (mail.Message)
            {
                return mail.Files();
            }
        }
    }

    private async Task<Actor> DemandAsync(CancellationToken cancellationToken) => await current.GetAsync(cancellationToken) is { } actor && MailAccess.MayHandleReceived(actor)
        ? actor
        : throw Cycles.Access.RefusedException.NoRight();
}

/// <summary>A task to file a mail with.</summary>
/// <param name="Id">The task.</param>
/// <param name="Title">Its title.</param>
/// <param name="AssigneeName">Who has it; null while nobody has.</param>
public sealed record FilingChoice(string Id, string Title, string? AssigneeName);
