using System.Globalization;
using Kaohe.Assessment.Schemes;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Tasks.Forms.Views;

/// <summary>Reads lines copied from a spreadsheet into a tally: unit, kind, issued, returned, valid, invalid, and the options in their order.</summary>
public static class TallyPaste
{
    private const int FixedColumns = 6;

    /// <summary>Fills in every line that fits; a line that does not changes nothing and is told with its number.</summary>
    /// <param name="text">Lines with tabs or commas.</param>
    /// <param name="form">The form to fill.</param>
    /// <param name="book">Names of units.</param>
    /// <param name="ballots">Kinds and options.</param>
    public static (int Taken, IReadOnlyList<string> Problems) Take(string text, TallyForm form, AudienceBook book, BallotScheme ballots)
    {
        var taken = 0;
        List<string> problems = [];
        foreach (var (line, index) in text.Split('\n').Select((line, index) => (line.Trim('\r', ' '), index)).Where(one => one.Item1.Length > 0))
        {
            var cells = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',', StringSplitOptions.TrimEntries);
            if (Problem(cells, form, book, ballots) is { } problem)
            {
                problems.Add($"第 {index + 1} 行：{problem}");
                continue;
            }

            Fill(cells, form, book, ballots);
            taken++;
        }

        return (taken, problems);
    }

    private static string? Problem(string[] cells, TallyForm form, AudienceBook book, BallotScheme ballots)
    {
        var columns = FixedColumns + ballots.Options.Count;
        return cells.Length != columns ? $"应有 {columns} 列，现在是 {cells.Length} 列。"
            : Unit(cells[0], book) is not { } unit || form.Sheets.TrueForAll(sheet => sheet.UnitId != unit) ? $"没有单位“{cells[0]}”。"
            : Kind(cells[1], ballots) is null ? $"没有票类“{cells[1]}”。"
            : Array.FindIndex(cells, 2, cell => Number(cell) is null) is var at && at >= 2 ? $"第 {at + 1} 列“{cells[at]}”不是票数。"
            : null;
    }

    private static void Fill(string[] cells, TallyForm form, AudienceBook book, BallotScheme ballots)
    {
        var sheet = form.Sheets.First(one => one.UnitId == Unit(cells[0], book));
        var row = sheet.Kinds.First(one => one.KindCode == Kind(cells[1], ballots)!.Code);
        (row.Issued, row.Returned, row.Valid, row.Invalid) = (Number(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]));
        foreach (var (option, index) in ballots.Options.Select((option, index) => (option, index)))
        {
            row.Counts[option.Code] = Number(cells[FixedColumns + index]);
        }
    }

    private static string? Unit(string name, AudienceBook book) => book.Units.FirstOrDefault(unit => unit.ShortName == name || unit.Name == name || unit.Id == name)?.Id;

    private static BallotKind? Kind(string name, BallotScheme ballots) => ballots.Kinds.FirstOrDefault(kind => kind.Name == name || kind.Code == name);

    private static int? Number(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
