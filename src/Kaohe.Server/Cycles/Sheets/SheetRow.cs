using System.Globalization;
using Kaohe.Assessment;

namespace Kaohe.Server.Cycles.Sheets;

/// <summary>One row of a sheet that is being imported. What cannot be read is noted with its cell, and reading goes on.</summary>
/// <param name="sheet">Name of the sheet.</param>
/// <param name="number">Number of the row as Excel shows it.</param>
/// <param name="cells">Values by title.</param>
/// <param name="letters">Column letters by title.</param>
/// <param name="columns">The columns.</param>
public sealed class SheetRow(
    string sheet, int number, IReadOnlyDictionary<string, object?> cells, IReadOnlyDictionary<string, string> letters, IReadOnlyList<SheetColumn> columns)
{
    private readonly List<Problem> _problems = [];

    /// <summary>What is wrong with the row; the path is the cell, for example <c>单位!C5</c>.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Number of the row as Excel shows it.</summary>
    public int Line => number;

    /// <summary>Whether nothing is filled in.</summary>
    public bool IsEmpty => cells.Values.All(value => string.IsNullOrWhiteSpace(TextOf(value)));

    /// <summary>The text of a cell; a required one that is empty is a problem.</summary>
    /// <param name="title">Title of the column.</param>
    public string Text(string title)
    {
        var text = TextOf(cells.GetValueOrDefault(title)).Trim();
        if (text.Length == 0 && columns.Any(column => column.Title == title && column.IsRequired))
        {
            Fail(title, $"“{title}”没有填写，请补充。");
        }

        return text;
    }

    /// <summary>The number of a cell; null when it is empty. Anything else is a problem.</summary>
    /// <param name="title">Title of the column.</param>
    public decimal? Number(string title)
    {
        var text = Text(title).Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Fail(title, $"“{title}”填的是“{text}”，应为数字，请改正。");
        return null;
    }

    /// <summary>A whole number; empty is 0.</summary>
    /// <param name="title">Title of the column.</param>
    public int Whole(string title)
    {
        var value = Number(title) ?? 0m;
        if (value != decimal.Truncate(value) || value is < int.MinValue or > int.MaxValue)
        {
            Fail(title, $"“{title}”应为整数，请改正。");
            return 0;
        }

        return (int)value;
    }

    /// <summary>One of several words.</summary>
    /// <typeparam name="T">What the words stand for.</typeparam>
    /// <param name="title">Title of the column.</param>
    /// <param name="choices">The words.</param>
    public T? Choice<T>(string title, IReadOnlyDictionary<string, T> choices)
    {
        var text = Text(title);
        if (choices.TryGetValue(text, out var chosen))
        {
            return chosen;
        }

        if (text.Length > 0)
        {
            var words = choices.Keys.Take(8).ToList();
            Fail(title, $"“{title}”填的是“{text}”，没有这一项，请从{string.Join('、', words)}{(choices.Count > words.Count ? "等" : "")}中选择。");
        }

        return default;
    }

    /// <summary>Notes a problem at a cell; at the row when there is no such column.</summary>
    /// <param name="title">Title of the column.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Fail(string title, string message) => _problems.Add(new Problem(CellOf(title), message));

    /// <summary>Address of a cell, for example <c>单位!C5</c>.</summary>
    /// <param name="title">Title of the column.</param>
    public string CellOf(string title) => string.Create(CultureInfo.InvariantCulture, $"{sheet}!{letters.GetValueOrDefault(title, "A")}{number}");

    private static string TextOf(object? value) => value switch
    {
        null => "",
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
