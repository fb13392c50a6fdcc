using Kaohe.Assessment;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Kaohe.Server.Cycles.Sheets;

/// <summary>Reads and writes Excel files of one sheet with titles in the first row.</summary>
public static class SheetFile
{
    private const int LargestRows = 20_000;
    private const string HelpSheet = "填写说明";
    private static readonly OpenXmlConfiguration _configuration = new() { FastMode = true, TableStyles = TableStyles.None };

    /// <summary>Writes rows under the titles.</summary>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">One array a row, in the order of the columns.</param>
    /// <param name="withHelp">Whether a second sheet says what to fill in.</param>
    public static byte[] Write(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<object?[]> rows, bool withHelp)
    {
        var sheets = new Dictionary<string, object> { [name] = Rows(columns, rows) };
        if (withHelp)
        {
            sheets[HelpSheet] = columns.Select(column => new Dictionary<string, object?>
            {
                ["列"] = column.Title, ["必填"] = column.IsRequired ? "是" : "", ["怎样填"] = column.Help, ["例"] = column.Example,
            }).ToList();
        }

        using var stream = new MemoryStream();
        stream.SaveAs(sheets, configuration: _configuration);
        return stream.ToArray();
    }

    /// <summary>Reads the rows of a file. A file that is no Excel file, or lacks a column, is refused as a whole.</summary>
    /// <param name="name">Name of the sheet; the first one is read when no sheet has it.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="content">The file; it must be seekable.</param>
    /// <exception cref="RulesBrokenException">The file cannot be used.</exception>
    public static IReadOnlyList<SheetRow> Read(string name, IReadOnlyList<SheetColumn> columns, Stream content)
    {
        List<IDictionary<string, object?>> lines;
        try
        {
            var sheet = content.GetSheetNames().Find(each => each == name);
            content.Position = 0;
            lines = [.. content.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX, configuration: _configuration)
                .Cast<IDictionary<string, object?>>().Take(LargestRows + 1)];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever the reader finds wrong with bytes that a person uploaded, the person's remedy is the same.
            throw new RulesBrokenException([new FileIsUsableRule("文件不是 Excel 工作簿（.xlsx），请下载模板填写后再上传。")]);
        }

        Rule.CheckAll([new FileIsUsableRule(Refusal(columns, lines))]);
        var letters = lines[0].Where(cell => cell.Value is not null)
            .GroupBy(cell => cell.Value!.ToString()!.Trim()).ToDictionary(same => same.Key, same => same.First().Key);
        return
        [
            .. lines.Skip(1)
                .Select((line, place) => new SheetRow(name, place + 2, letters.ToDictionary(each => each.Key, each => line.TryGetValue(each.Value, out var value) ? value : null), letters, columns))
                .Where(row => !row.IsEmpty),
        ];
    }

    private static string? Refusal(IReadOnlyList<SheetColumn> columns, List<IDictionary<string, object?>> lines)
    {
        if (lines.Count == 0)
        {
            return "工作表是空的，请下载模板填写后再上传。";
        }

        if (lines.Count > LargestRows)
        {
            return $"行数超过 {LargestRows} 行，请分批导入。";
        }

        var titles = lines[0].Values.Select(value => value?.ToString()?.Trim()).ToHashSet();
        var missing = columns.Where(column => column.IsRequired && !titles.Contains(column.Title)).Select(column => column.Title).ToList();
        return missing.Count > 0 ? $"第 1 行缺少列：{string.Join('、', missing)}。请使用模板，不要改动标题。"
            : lines.Count == 1 ? "没有数据行，请填写后再上传。"
            : null;
    }

    private static List<Dictionary<string, object?>> Rows(IReadOnlyList<SheetColumn> columns, IEnumerable<object?[]> rows)
    {
        var written = rows.Select(row => columns.Select((column, place) => (column.Title, Value: row[place])).ToDictionary(cell => cell.Title, cell => cell.Value)).ToList();

        // Without a row the writer would leave the titles out too.
        return written.Count > 0 ? written : [columns.ToDictionary(column => column.Title, _ => (object?)null)];
    }
}

/// <summary>An uploaded file can be used at all.</summary>
/// <param name="refusal">Why not; null when it can.</param>
public sealed class FileIsUsableRule(string? refusal) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "导入模板";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (refusal is not null)
        {
            yield return new Problem("file", refusal);
        }
    }
}

/// <summary>Every row of an import can be used; otherwise nothing is taken over.</summary>
/// <param name="problems">What is wrong, by cell.</param>
public sealed class RowsAreUsableRule(IReadOnlyList<Problem> problems) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "导入模板：有错不导入，逐格列出";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => problems;
}
