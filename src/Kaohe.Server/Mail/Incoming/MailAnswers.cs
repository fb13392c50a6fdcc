using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Documents;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>Tells whoever wrote to us by mail what became of it: one answer to a mail, through the outbox like every other mail.</summary>
/// <param name="mails">Takes the answers.</param>
/// <param name="records">The list of received mails.</param>
/// <param name="lane">Writes.</param>
/// <param name="site">For links.</param>
/// <param name="clock">Now.</param>
public sealed class MailAnswers(MailDesk mails, ReceivedMails records, IWriteLane lane, PublicAddress site, TimeProvider clock)
{
    private const int MostProblems = 20;

    /// <summary>It was submitted.</summary>
    public IReadOnlyList<string> Submitted(Reply reply, int files) => [$"您的邮件已作为“{reply.Task.Title}”提交，收到附件 {files} 个，不用再办。"];

    /// <summary>It decided.</summary>
    public IReadOnlyList<string> Decided(Reply reply, string outcome) => [$"已按您的邮件办理“{reply.Task.Title}”：{outcome}。如果不是您本人所发，请立即与考核办联系。"];

    /// <summary>It decided nothing.</summary>
    public IReadOnlyList<string> NotDecided(Reply reply, IReadOnlyList<Problem> problems) => [$"您的邮件没有办理“{reply.Task.Title}”：", .. problems.Select(problem => problem.Message), Open(reply)];

    /// <summary>Something is missing.</summary>
    public IReadOnlyList<string> Missing(Reply reply, IReadOnlyList<Problem> problems) =>
    [
        $"您的邮件已收到，但“{reply.Task.Title}”还缺下面的内容，没有提交：",
        .. problems.Take(MostProblems).Select((problem, at) => $"{at + 1}. {problem.Message}"),
        .. problems.Count > MostProblems ? [$"……共 {problems.Count} 处"] : Array.Empty<string>(),
        "已经写的内容和附件存成了草稿，不会丢。请补全后再次回复本邮件并带上附件，或者打开网页补填后提交。",
        Open(reply),
    ];

    /// <summary>It was not taken; the office looks at it.</summary>
    public IReadOnlyList<string> Refused(Reply reply, IEnumerable<string> why) => [$"您对“{reply.Task.Title}”的回信没有办理：", .. why.Take(MostProblems), "邮件已转考核办处理，也可以打开网页自己办理。", Open(reply)];

    /// <summary>Puts an answer into the outbox, in a transaction.</summary>
    public Task SendAsync(KaoheDb db, Reply reply, IReadOnlyList<string> paragraphs, CancellationToken cancellationToken) => mails.QueueAsync(
        db,
        new MailLetter
        {
            PersonId = reply.Actor.Id,
            Name = reply.Actor.Name,
            Address = reply.Received.Mail.From,
            Subject = $"回复：{reply.Received.Mail.Subject}",
            Template = MailTemplates.Plain,
            Model = new Dictionary<string, object?> { ["paragraphs"] = paragraphs.ToList() },
            TaskId = reply.Task.Id,
            UnitId = reply.Task.UnitId,
            CycleYear = reply.Task.CycleYear,
        },
        KeyOf(reply.Received.Mail.Id),
        clock.GetUtcNow(),
        cancellationToken);

    /// <summary>Puts the mail on record and an answer into the outbox, in one transaction.</summary>
    public Task SendWithRecordAsync(Reply reply, ReceivedMailState state, string note, IReadOnlyList<string> paragraphs, CancellationToken cancellationToken) => lane.RunAsync(
        async (db, cancel) =>
        {
            if (await records.AddAsync(db, reply.Received, state, note, cancel))
            {
                await SendAsync(db, reply, paragraphs, cancel);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Puts the office's own answer to a mail into the outbox.</summary>
    public Task SendAsync(KaoheDb db, ReceivedMailRow row, Actor office, string text, CancellationToken cancellationToken) => mails.QueueAsync(
        db,
        new MailLetter
        {
            PersonId = row.PersonId,
            Name = row.FromName,
            Address = row.FromAddress,
            Subject = $"回复：{row.Subject}",
            Template = MailTemplates.Plain,
            Model = new Dictionary<string, object?> { ["paragraphs"] = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append($"（{office.Name}回复）").ToList() },
        },
        KeyOf(row.Id),
        clock.GetUtcNow(),
        cancellationToken);

    /// <summary>
    /// A reply to a mail that told several things waits for the office, and its sender is told where each of them can be done: once for each such mail, however
    /// often it is answered, so that two programs cannot write to each other for ever.
    /// </summary>
    public Task AskWhichAsync(Received received, Actor sender, IReadOnlyList<MailRow> told, CancellationToken cancellationToken) => lane.RunAsync(
        async (db, cancel) =>
        {
            if (await records.AddAsync(db, received, ReceivedMailState.Waiting, $"回复的邮件一次说了{told.Count}件事项，不知道是哪一件；已回信请发件人逐项办理。", cancel))
            {
                await mails.QueueAsync(db, WhichLetter(received.Mail, sender, told), $"digest:{told[0].Key}:which", clock.GetUtcNow(), cancel);
            }

            return true;
        },
        cancellationToken);

    private MailLetter WhichLetter(IncomingMail mail, Actor sender, IReadOnlyList<MailRow> told) => new()
    {
        PersonId = sender.Id,
        Name = sender.Name,
        Address = mail.From,
        Subject = $"回复：{mail.Subject}",
        Template = MailTemplates.Plain,
        Model = new Dictionary<string, object?>
        {
            ["paragraphs"] = new List<string>
            {
                $"您回复的邮件一次说了{told.Count}件事项，系统不知道回信说的是哪一件，所以没有自动办理，已转考核办人工处理。",
                "要自己办理，请打开原邮件里那一件的链接，或者登录后打开：",
            }.Concat(told.DistinctBy(one => one.TaskId ?? one.Key).Take(MostProblems).Select((one, at) => $"{at + 1}. {one.Subject}{(one.TaskId is { } task ? $" {site.Of($"/tasks/{task}")}" : "")}")).ToList(),
        },
    };

    private string Open(Reply reply) => $"打开办理：{site.Of($"/tasks/{reply.Task.Id}")}";

    private static string KeyOf(string mailId) => $"received:{mailId}:answer";
}
