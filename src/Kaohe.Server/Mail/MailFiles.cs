using Kaohe.Office;
using Kaohe.Office.Attachments;
using Kaohe.Office.People;
using Kaohe.Server.Mail.Links;
using Kaohe.Server.Tasks.Attachments;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Mail;

/// <summary>Attaches what came by mail to tasks, by the same rule as the task's page.</summary>
/// <param name="files">The bytes.</param>
public sealed class MailFiles(ContentFiles files)
{
    /// <summary>Looks at files and keeps the bytes of those that may be attached.</summary>
    /// <returns>What may be attached, and why the others may not.</returns>
    public async Task<(IReadOnlyList<KeptFile> Kept, IReadOnlyList<Problem> Problems)> KeepAsync(IEnumerable<MailFile> given, CancellationToken cancellationToken)
    {
        List<KeptFile> kept = [];
        List<Problem> problems = [];
        foreach (var file in given)
        {
            var name = Path.GetFileName(file.Name.Replace('\\', '/'));
            var verdict = AttachmentRule.Check(name, file.Content);
            if (verdict.Kind is { } kind)
            {
                kept.Add(new KeptFile(Guid.CreateVersion7().ToString("N"), await files.KeepAsync(file.Content, cancellationToken), name, kind, file.Content));
            }
            else
            {
                problems.AddRange(verdict.Problems.Select(problem => problem with { Path = "attachments", Message = $"“{name}”：{problem.Message}" }));
            }
        }

        return (kept, problems);
    }

    /// <summary>Puts kept files on a task. Whether the person may is for the caller to ask of <see cref="Office.Tasks.TaskAccess"/>.</summary>
    public static async Task AttachAsync(KaoheDb db, string taskId, IEnumerable<KeptFile> kept, Actor by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        db.TaskAttachments.AddRange(kept.Select(file => new TaskAttachmentRow
        {
            Id = file.Id, TaskId = taskId, Hash = file.Hash, Name = file.Name, ContentType = file.Kind.ContentType, Size = file.Content.Length, ById = by.Id, ByName = by.Name, At = at,
        }));
        await db.SaveChangesAsync(cancellationToken); // the task's form counts them
    }
}

/// <summary>A file that may be attached.</summary>
/// <param name="Id">Attachment id that it will have.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="Name">Name without folders.</param>
/// <param name="Kind">Kind by content.</param>
/// <param name="Content">The bytes.</param>
public sealed record KeptFile(string Id, string Hash, string Name, AttachmentKind Kind, ReadOnlyMemory<byte> Content);
