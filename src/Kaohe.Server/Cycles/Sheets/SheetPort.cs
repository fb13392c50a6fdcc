using Kaohe.Assessment;
using Kaohe.Office.People;
using Kaohe.Storage;

namespace Kaohe.Server.Cycles.Sheets;

/// <summary>A kind of record that goes in and out by Excel.</summary>
public abstract class SheetPort
{
    /// <summary>Name in addresses, for example <c>units</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Chinese name, also of sheet and file.</summary>
    public abstract string Title { get; }

    /// <summary>The columns.</summary>
    public abstract IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>An empty file with 填写说明.</summary>
    public byte[] Template() => SheetFile.Write(Title, Columns, [], withHelp: true);

    /// <summary>A file with everything on record that the person may see.</summary>
    public abstract Task<byte[]> ExportAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken);

    /// <summary>Takes a file over in the caller's transaction: every row, or nothing and all problems by cell.</summary>
    /// <exception cref="RulesBrokenException">Problems; the path of each is its cell, for example <c>单位!C5</c>.</exception>
    public abstract Task<ImportResult> ImportAsync(KaoheDb db, Actor actor, int year, Stream content, CancellationToken cancellationToken);

    /// <summary>Reads rows into records; rows with problems are left out.</summary>
    protected static (List<(SheetRow Row, T Item)> Items, List<Problem> Problems) ReadAll<T>(IReadOnlyList<SheetRow> rows, Func<SheetRow, T?> read)
        where T : class
    {
        List<(SheetRow, T)> items = [];
        List<Problem> problems = [];
        foreach (var row in rows)
        {
            var item = read(row);
            problems.AddRange(row.Problems);
            if (item is not null && row.Problems.Count == 0)
            {
                items.Add((row, item));
            }
        }

        return (items, problems);
    }

    /// <summary>Runs the change, and says what its rules found at the cells that the rows came from.</summary>
    /// <param name="problems">What reading found.</param>
    /// <param name="save">The change.</param>
    /// <param name="place">The problem at its cells (<see cref="At"/>); nothing when it belongs to none, then its own path stands.</param>
    /// <param name="isHeard">Whether to report a problem that the rules found; null for all of them.</param>
    protected static async Task SaveAsync(
        IReadOnlyList<Problem> problems, Func<Task> save, Func<Problem, IEnumerable<Problem>> place, Func<Problem, bool>? isHeard = null)
    {
        // Rules are asked even when a cell is wrong, so that a person sees everything at once; what was changed so far is rolled back with the exception.
        List<Problem> all = [.. problems];
        try
        {
            await save();
        }
        catch (RulesBrokenException exception)
        {
            all.AddRange(exception.Problems.Where(problem => isHeard?.Invoke(problem) ?? true).SelectMany(problem => place(problem).DefaultIfEmpty(problem)));
        }

        Rule.CheckAll([new RowsAreUsableRule([.. all.Distinct()])]);
    }

    /// <summary>A problem at a column of every row that it is about; where there are several, each says which.</summary>
    protected static IEnumerable<Problem> At(Problem problem, string title, IReadOnlyList<SheetRow> rows) =>
        rows.Select(row => problem with { Path = row.CellOf(title), Message = problem.Message + Named(rows) });

    /// <summary>A problem that many rows make together, for example a sum: at the first of them, and it says which they are.</summary>
    protected static IEnumerable<Problem> AtFirst(Problem problem, string title, IReadOnlyList<SheetRow> rows) => At(problem, title, rows).Take(1);

    // Rows that follow each other are one piece: 第 2–9、15 行.
    private static string Named(IReadOnlyList<SheetRow> rows)
    {
        var numbers = rows.Select(row => row.Line).Distinct().Order().ToList();
        var pieces = numbers.Select((number, place) => (number, piece: number - place)).GroupBy(each => each.piece, each => each.number)
            .Select(piece => piece.Count() == 1 ? $"{piece.First()}" : $"{piece.First()}–{piece.Last()}");
        return numbers.Count < 2 ? "" : $"（见第 {string.Join('、', pieces)} 行）";
    }
}
