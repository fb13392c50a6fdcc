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
    /// <param name="cellOf">The cell of a problem's path; null for the path itself.</param>
    protected static async Task SaveAsync(IReadOnlyList<Problem> problems, Func<Task> save, Func<Problem, string?> cellOf)
    {
        // Rules are asked even when a cell is wrong, so that a person sees everything at once; what was changed so far is rolled back with the exception.
        List<Problem> all = [.. problems];
        try
        {
            await save();
        }
        catch (RulesBrokenException exception)
        {
            all.AddRange(exception.Problems.Select(problem => problem with { Path = cellOf(problem) ?? problem.Path }));
        }

        Rule.CheckAll([new RowsAreUsableRule(all)]);
    }
}
