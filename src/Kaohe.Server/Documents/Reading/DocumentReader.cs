using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Reading;

/// <summary>Reads documents for a person. <see cref="DocumentAccess"/> decides about each one; the query only leaves out what it could never allow.</summary>
/// <param name="databases">Contexts.</param>
public sealed class DocumentReader(IDbContextFactory<KaoheDb> databases)
{
    private const int MostLines = 2000;
    private static readonly DocumentState[] _fromSigning = [.. Enum.GetValues<DocumentState>().Where(state => state >= DocumentState.Signing)];

    /// <summary>A document, as far as the person may see it.</summary>
    /// <returns>None when there is no such document or the person has no right at all.</returns>
    public async Task<DocumentView?> FindAsync(string id, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await DocumentStore.FindAsync(db, id, cancellationToken) is not { } row)
        {
            return null;
        }

        var document = DocumentStore.Read(row);
        var access = DocumentAccess.Of(document, actor);
        if (access.Rights == DocumentRights.None)
        {
            return null;
        }

        var files = await db.DocumentRenditions.AsNoTracking().Where(one => one.DocumentId == id).ToListAsync(cancellationToken);
        var shown = (document.FinalFile is null ? null : files.Find(one => one.VersionNumber == DocumentRenditionRow.Final)) ?? files.Find(one => one.VersionNumber == document.Current.Number);
        var signing = document.State == DocumentState.Signing ? await db.SignDeadlinesAsync(cancellationToken) : null;
        return new DocumentView(row, document, access, shown, Problems(shown))
        {
            IsCountersigned = files.Exists(one => one.VersionNumber == DocumentRenditionRow.Countersigned),
            DueAt = signing is not null && signing.TryGetValue(id, out var due) ? due : row.DueAt,
        };
    }

    /// <summary>The history of a document that the person may read.</summary>
    public async Task<IReadOnlyList<DocumentEvent>> HistoryAsync(DocumentView view, CancellationToken cancellationToken = default)
    {
        if (!view.Access.Allows(DocumentRights.Read))
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await DocumentStore.HistoryAsync(db, view.Row.Id, cancellationToken);
    }

    /// <summary>The files of one version of a document that the person may read.</summary>
    /// <param name="view">The document.</param>
    /// <param name="version">Number of the version; null for those in force.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DocumentRenditionRow?> FilesAsync(DocumentView view, int? version, CancellationToken cancellationToken = default)
    {
        if (!view.Access.Allows(DocumentRights.Read))
        {
            return null;
        }

        // A unit gets what went out, and never sees how it came about.
        if (version is null || (version != DocumentRenditionRow.Countersigned && !view.Access.Allows(DocumentRights.Comment)))
        {
            return view.Files;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DocumentRenditions.AsNoTracking().FirstOrDefaultAsync(one => one.DocumentId == view.Row.Id && one.VersionNumber == version, cancellationToken);
    }

    /// <summary>The documents that a person may read, the newest first.</summary>
    public async Task<Page<DocumentLine>> ListAsync(Actor actor, DocumentFilter filter, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Narrow(db, Reachable(db, actor), filter).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(MostLines).ToListAsync(cancellationToken);
        var allowed = Allowed(rows, actor).Where(one => !filter.Mine || WaitsFor(one.Document, one.Access, actor)).ToList();
        return new Page<DocumentLine>(await LinesAsync(db, [.. allowed.Skip(Math.Max(0, page.Skip)).Take(page.Take)], cancellationToken), allowed.Count);
    }

    /// <summary>The newest documents that the person may read, without counting the rest.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<DocumentLine>> LatestAsync(Actor actor, int most, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var reachable = Reachable(db, actor).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
        List<Readable> found = [];
        for (var (skip, take) = (0, 2 * most); found.Count < most && skip < MostLines; skip += take)
        {
            var rows = await reachable.Skip(skip).Take(take).ToListAsync(cancellationToken);
            found.AddRange(Allowed(rows, actor));
            if (rows.Count < take)
            {
                break;
            }
        }

        return await LinesAsync(db, [.. found.Take(most)], cancellationToken);
    }

    private static IEnumerable<Readable> Allowed(IEnumerable<DocumentRow> rows, Actor actor) => rows.Select(row => (Row: row, Document: DocumentStore.Read(row)))
        .Select(one => new Readable(one.Row, one.Document, DocumentAccess.Of(one.Document, actor))).Where(one => one.Access.Allows(DocumentRights.Read));

    private static async Task<IReadOnlyList<DocumentLine>> LinesAsync(KaoheDb db, List<Readable> shown, CancellationToken cancellationToken)
    {
        var ids = shown.ConvertAll(one => one.Row.Id);
        var incomplete = await db.DocumentRenditions.AsNoTracking().Where(one => ids.Contains(one.DocumentId) && one.Problems != "[]")
            .Select(one => new { one.DocumentId, one.VersionNumber }).ToListAsync(cancellationToken);
        var signing = shown.Exists(one => one.Document.State == DocumentState.Signing) ? await db.SignDeadlinesAsync(cancellationToken) : null;
        return shown.ConvertAll(one => Line(
            one.Row, one.Document, signing is not null && signing.TryGetValue(one.Row.Id, out var due) ? due : one.Row.DueAt,
            incomplete.Exists(problem => problem.DocumentId == one.Row.Id && problem.VersionNumber == one.Document.Current.Number)));
    }

    private static IQueryable<DocumentRow> Reachable(KaoheDb db, Actor actor)
    {
        var rows = db.Documents.AsNoTracking();
        if (actor.Is(Role.Office))
        {
            return rows;
        }

        var isLeader = actor.Is(Role.Leader) || actor.StandsInFor.Count > 0;
        string[] units = [.. actor.Person.UnitIds];
        var recipients = db.DocumentRecipients;
        return rows.Where(row => row.DrafterId == actor.Id
            || (isLeader && _fromSigning.Contains(row.State))
            || row.State == DocumentState.Checking
            || row.State == DocumentState.Signing
            || (row.IssuedAt != null && recipients.Any(one => one.DocumentId == row.Id && units.Contains(one.UnitId))));
    }

    private static IQueryable<DocumentRow> Narrow(KaoheDb db, IQueryable<DocumentRow> rows, DocumentFilter filter)
    {
        var recipients = db.DocumentRecipients;
        rows = filter.State is { } state ? rows.Where(row => row.State == state) : rows;
        rows = filter.StepCode is { Length: > 0 } step ? rows.Where(row => row.StepCode == step) : rows;
        rows = filter.CycleYear is { } year ? rows.Where(row => row.CycleYear == year) : rows;
        rows = filter.UnitId is { Length: > 0 } unit
            ? rows.Where(row => row.UnitId == unit || recipients.Any(one => one.DocumentId == row.Id && one.UnitId == unit)) : rows;
        return filter.Text is { Length: > 0 } text ? rows.Where(row => row.Title.Contains(text) || (row.Number != null && row.Number.Contains(text))) : rows;
    }

    private static bool WaitsFor(OfficialDocument document, DocumentAccessDecision access, Actor actor) => document.State switch
    {
        DocumentState.Checking => access.Allows(DocumentRights.Check),
        DocumentState.Signing => access.Allows(DocumentRights.Sign),
        DocumentState.Drafting or DocumentState.Numbering or DocumentState.Sealing or DocumentState.Issuing => access.Allows(DocumentRights.Manage),
        DocumentState.Issued => access.Allows(DocumentRights.Receive) && document.MissingReceipts.Any(receipt => actor.Person.UnitIds.Contains(receipt.UnitId)),
        _ => false,
    };

    private static IReadOnlyList<FieldProblem> Problems(DocumentRenditionRow? files) =>
        files is null ? [] : JsonSerializer.Deserialize<List<FieldProblem>>(files.Problems, OfficeJson.Options) ?? [];

    private static DocumentLine Line(DocumentRow row, OfficialDocument document, DateTimeOffset? dueAt, bool isIncomplete) => new(
        row.Id, row.Title, row.Kind, row.Number, row.State, row.StepCode, row.UnitId, row.CycleYear, row.CreatedAt, row.IssuedAt, dueAt,
        document.Recipients.Count, document.MissingReceipts.Count, isIncomplete && document.State < DocumentState.Issued);

    private sealed record Readable(DocumentRow Row, OfficialDocument Document, DocumentAccessDecision Access);
}
