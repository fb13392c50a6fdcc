using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Rectifications;

/// <summary>A paper of a 整改, for a link to it.</summary>
/// <param name="Id">The document.</param>
/// <param name="Title">Title as printed.</param>
/// <param name="Number">发文字号; null while it has none.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IssuedAt">When it was sent out; null before.</param>
public sealed record RectificationPaper(string Id, string Title, string? Number, DocumentState State, DateTimeOffset? IssuedAt);

/// <summary>The papers of a unit's 整改: 通知书, 审核意见, 销号单 and 诫勉谈话通知.</summary>
public static class RectificationPapers
{
    private static readonly string[] _kinds = ["整改通知书", "整改审核意见", "销号单", "诫勉谈话通知"];

    /// <summary>Those that a person may read, the oldest first.</summary>
    /// <param name="db">The records.</param>
    /// <param name="actor">The person.</param>
    /// <param name="year">The assessed year.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<RectificationPaper>> ReadAsync(KaoheDb db, Actor actor, int year, string unitId, CancellationToken cancellationToken)
    {
        var rows = await db.Documents.AsNoTracking().Where(row => row.CycleYear == year && row.UnitId == unitId && _kinds.Contains(row.Kind))
            .OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => DocumentAccess.Of(DocumentStore.Read(row), actor).Allows(DocumentRights.Read))
                .Select(row => new RectificationPaper(row.Id, row.Title, row.Number, row.State, row.IssuedAt)),
        ];
    }
}
