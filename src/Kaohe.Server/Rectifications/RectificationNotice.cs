using System.Text.Json;
using Kaohe.Server.Documents;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Rectifications;

/// <summary>What the 整改通知书 of a unit says, read from the paper itself, so that whatever 考核办 changed in it counts.</summary>
internal static class RectificationNotice
{
    private const string Rows = "问题";
    private const string Text = "内容";

    /// <summary>The problems that the notice lists, in its order; empty when none was issued.</summary>
    /// <param name="db">The records.</param>
    /// <param name="year">The assessed year.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(KaoheDb db, int year, string unitId, CancellationToken cancellationToken)
    {
        var notice = await db.Documents.AsNoTracking()
            .Where(row => row.CycleYear == year && row.UnitId == unitId && row.Kind == ReportDeadline.Template && row.IssuedAt != null)
            .OrderByDescending(row => row.IssuedAt).FirstOrDefaultAsync(cancellationToken);
        return notice is not null && DocumentFields.Read(notice).GetValueOrDefault(Rows) is JsonElement { ValueKind: JsonValueKind.Array } rows
            ? [.. rows.EnumerateArray().Select(TextOf).Where(text => text.Length > 0)]
            : [];
    }

    private static string TextOf(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(Text, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()!.Trim() : "";
}
