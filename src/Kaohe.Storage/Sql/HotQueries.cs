using System.Runtime.CompilerServices;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kaohe.Storage.Sql;

/// <summary>Reads that happen at every burst, at every task or while nothing happens, compiled once. A compiled query belongs to one model, and each provider has its own.</summary>
internal sealed class HotQueries
{
    private static readonly ConditionalWeakTable<IModel, HotQueries> ByModel = [];

    private HotQueries()
    {
    }

    /// <summary>What a burst starts from; null when there is no such instance.</summary>
    public Func<KaoheDb, string, CancellationToken, Task<StoredState?>> Instance { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, string id, CancellationToken _) =>
            db.WorkflowInstances.Where(i => i.Id == id).Select(i => new StoredState(i.Token, i.IsSystem, i.State)).FirstOrDefault());

    /// <summary>When the next bookmark is to be looked at; null when none is.</summary>
    public Func<KaoheDb, CancellationToken, Task<DateTimeOffset?>> NextBookmark { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, CancellationToken _) => db.Bookmarks.Where(b => b.WakeAt != null).OrderBy(b => b.WakeAt).Select(b => b.WakeAt).FirstOrDefault());

    /// <summary>When the next trigger is to be looked at; null when none is.</summary>
    public Func<KaoheDb, CancellationToken, Task<DateTimeOffset?>> NextTrigger { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, CancellationToken _) => db.Triggers.Where(t => t.WakeAt != null).OrderBy(t => t.WakeAt).Select(t => t.WakeAt).FirstOrDefault());

    /// <summary>When the next effect may be taken; null when there is none.</summary>
    public Func<KaoheDb, CancellationToken, Task<DateTimeOffset?>> NextEffect { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, CancellationToken _) => db.Outbox.Where(o => o.Status == OutboxStatus.Pending).OrderBy(o => o.AvailableAt)
            .Select(o => (DateTimeOffset?)o.AvailableAt).FirstOrDefault());

    /// <summary>A task, tracked; null when it is not stored.</summary>
    public Func<KaoheDb, string, CancellationToken, Task<TaskRow?>> Task { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, string id, CancellationToken _) => db.Set<TaskRow>().FirstOrDefault(task => task.Id == id));

    /// <summary>The history of a task as JSON, oldest first.</summary>
    public Func<KaoheDb, string, IAsyncEnumerable<string>> History { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, string id) => db.Set<TaskEventRow>().Where(line => line.TaskId == id).OrderBy(line => line.Sequence).ThenBy(line => line.Place).Select(line => line.Json));

    /// <summary>The files on a task, oldest first; those taken off are left out.</summary>
    public Func<KaoheDb, string, IAsyncEnumerable<TaskAttachmentRow>> Attachments { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, string id) => db.Set<TaskAttachmentRow>().AsNoTracking().Where(file => file.TaskId == id && file.RemovedAt == null).OrderBy(file => file.At).AsQueryable());

    /// <summary>A document, tracked; null when it is not stored.</summary>
    public Func<KaoheDb, string, CancellationToken, Task<DocumentRow?>> Document { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, string id, CancellationToken _) => db.Set<DocumentRow>().FirstOrDefault(document => document.Id == id));

    /// <summary>The files of a version of a document, tracked; null when they are not stored.</summary>
    public Func<KaoheDb, string, int, CancellationToken, Task<DocumentRenditionRow?>> Rendition { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, string id, int version, CancellationToken _) => db.Set<DocumentRenditionRow>().FirstOrDefault(files => files.DocumentId == id && files.VersionNumber == version));

    /// <summary>A file by its hash, tracked; null when it is not stored.</summary>
    public Func<KaoheDb, string, CancellationToken, Task<DocumentFileRow?>> DocumentFile { get; } = EF.CompileAsyncQuery(
        (KaoheDb db, string hash, CancellationToken _) => db.Set<DocumentFileRow>().FirstOrDefault(file => file.Sha256 == hash));

    public static HotQueries Of(KaoheDb db) => ByModel.GetValue(db.Model, _ => new HotQueries());
}

/// <summary>The columns of an instance that a burst starts from.</summary>
internal sealed record StoredState(long Token, bool IsSystem, byte[] State);
