using System.Globalization;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Mail.Incoming.Forms;

/// <summary>Where the columns of a table of 整改措施 stand.</summary>
/// <param name="Shortcoming">问题.</param>
/// <param name="Action">整改措施.</param>
/// <param name="Responsible">责任人.</param>
/// <param name="CompleteBy">完成期限.</param>
internal sealed record MeasureColumns(int Shortcoming, int Action, int Responsible, int CompleteBy)
{
    private static readonly string[] _days = ["yyyy年M月d日", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss"];

    /// <summary>The columns when a row is the head of such a table; null otherwise.</summary>
    public static MeasureColumns? Of(IReadOnlyList<string> row)
    {
        var columns = new MeasureColumns(Find(row, "问题"), Find(row, "措施"), Find(row, "责任人"), Find(row, "期限", "时限"));
        return columns is { Shortcoming: >= 0, Action: >= 0, CompleteBy: >= 0 } ? columns : null;
    }

    /// <summary>A row of the table; null for one that says nothing, where the table ends.</summary>
    public MeasureRow? Read(IReadOnlyList<string> row) => string.IsNullOrWhiteSpace(Cell(row, Shortcoming)) && string.IsNullOrWhiteSpace(Cell(row, Action))
        ? null
        : new MeasureRow
        {
            Shortcoming = Cell(row, Shortcoming),
            Action = Cell(row, Action),
            ResponsibleId = Cell(row, Responsible),
            CompleteBy = DateTime.TryParseExact(Cell(row, CompleteBy), _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day) : null,
        };

    private static int Find(IReadOnlyList<string> row, params string[] words) => row.ToList().FindIndex(cell => cell.Length <= 12 && Array.Exists(words, word => cell.Contains(word, StringComparison.Ordinal)));

    private static string Cell(IReadOnlyList<string> row, int at) => at >= 0 && at < row.Count ? row[at].Trim() : "";
}
