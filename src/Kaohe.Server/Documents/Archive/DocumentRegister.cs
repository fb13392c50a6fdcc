using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Sheets;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Archive;

/// <summary>发文登记簿: every number of a series from 1 on, with what it was given to; a void one stays with its reason.</summary>
/// <param name="databases">Contexts.</param>
public sealed class DocumentRegister(IDbContextFactory<KaoheDb> databases)
{
    private static readonly SheetColumn[] _columns =
    [
        new("发文字号", ""), new("标题", ""), new("文种", ""), new("签发人", ""), new("签发日期", ""), new("印发日期", ""), new("收文单位数", ""), new("已签收", ""), new("状态", ""),
        new("作废原因", ""), new("核验码", ""), new("文件指纹（SHA-256）", ""),
    ];

    /// <summary>Whether the person may see the register and take the archive out.</summary>
    public static bool MayRead(Actor actor) => actor.Is(Role.Office);

    /// <summary>The series there are, the newest year first.</summary>
    public async Task<IReadOnlyList<RegisterSeries>> SeriesAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.NumberSequences.AsNoTracking().Select(row => new { row.IssuerCode, row.Year, row.Last }).ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(row => row.Year).ThenBy(row => row.IssuerCode, StringComparer.Ordinal).Select(row => new RegisterSeries(row.IssuerCode, row.Year, row.Last))];
    }

    /// <summary>The numbers of a series in their order.</summary>
    public async Task<IReadOnlyList<RegisterLine>> LinesAsync(string issuerCode, int year, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.NumberSequences.AsNoTracking().FirstOrDefaultAsync(row => row.IssuerCode == issuerCode && row.Year == year, cancellationToken) is not { } row)
        {
            return [];
        }

        var entries = JsonSerializer.Deserialize<NumberSequence>(row.Json, OfficeJson.Options)!.Entries;
        var ids = entries.Select(entry => entry.DocumentId).ToHashSet();
        var documents = await db.Documents.AsNoTracking().Where(one => one.Number != null && ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        return [.. entries.Select(entry => Line(new DocumentNumber(issuerCode, year, entry.Serial), entry, documents.GetValueOrDefault(entry.DocumentId)))];
    }

    /// <summary>The register as an Excel file.</summary>
    public static byte[] Sheet(IEnumerable<RegisterLine> lines) => SheetFile.Write(
        "发文登记簿",
        _columns,
        lines.Select(line => (object?[])
        [
            line.Number, line.Title, line.Kind, line.SignedBy, Day(line.SignedAt), Day(line.IssuedAt), line.Recipients, line.NeedsReceipts ? line.Received : null, line.State, line.VoidReason,
            line.CheckCode, line.Sha256,
        ]),
        withHelp: false);

    internal static RegisterLine Line(DocumentNumber number, NumberEntry entry, DocumentRow? row)
    {
        if (row is null)
        {
            return new RegisterLine(number.ToString(), entry.Serial, entry.DocumentId, "", "", null, null, null, null, 0, 0, false, entry.VoidReason is null ? "未用" : "已作废", entry.VoidReason, null, "");
        }

        var document = DocumentStore.Read(row);
        return new RegisterLine(
            number.ToString(), entry.Serial, row.Id, row.Title, row.Kind, row.CycleYear, document.Signature?.By.Name, document.Signature?.At, row.IssuedAt,
            document.Recipients.Count, document.Receipts.Count(receipt => receipt.ReceivedAt is not null), document.Receipts.Count > 0,
            entry.VoidReason is null ? DocumentLabels.Of(row.State) : DocumentLabels.Of(DocumentState.Void), entry.VoidReason, document.FinalFile?.Sha256, row.CheckCode);
    }

    private static string? Day(DateTimeOffset? at) => at is { } moment ? $"{OfficeTime.DateOf(moment):yyyy-MM-dd}" : null;
}
