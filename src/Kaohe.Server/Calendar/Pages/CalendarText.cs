using System.Globalization;
using Kaohe.Office.Calendar;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Calendar.Pages;

/// <summary>How a year's table is typed: a line a holiday (节日 开始 至 结束), a line a worked day (节日 日期).</summary>
public static class CalendarText
{
    private const int LongestHoliday = 15;
    private static readonly string[] _until = ["至", "到", "-", "—", "~"];

    /// <summary>Reads the days off.</summary>
    /// <param name="text">Lines.</param>
    public static (IReadOnlyList<NamedDay> Days, IReadOnlyList<FieldProblem> Problems) ReadOff(string text) => Read(text, "daysOff", Off);

    /// <summary>Reads the worked weekend days.</summary>
    /// <param name="text">Lines.</param>
    public static (IReadOnlyList<NamedDay> Days, IReadOnlyList<FieldProblem> Problems) ReadWorked(string text) => Read(text, "daysWorked", Worked);

    /// <summary>Writes days off as they are typed.</summary>
    /// <param name="days">The days.</param>
    public static string WriteOff(IReadOnlyList<NamedDay> days)
    {
        List<string> lines = [];
        foreach (var run in Runs(days.OrderBy(day => day.Date)))
        {
            lines.Add(run.Count == 1 ? $"{run[0].Name} {Iso(run[0].Date)}" : $"{run[0].Name} {Iso(run[0].Date)} 至 {Iso(run[^1].Date)}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>Writes worked days as they are typed.</summary>
    /// <param name="days">The days.</param>
    public static string WriteWorked(IReadOnlyList<NamedDay> days) => string.Join('\n', days.OrderBy(day => day.Date).Select(day => $"{day.Name} {Iso(day.Date)}"));

    private static (IReadOnlyList<NamedDay> Days, IReadOnlyList<FieldProblem> Problems) Read(string text, string path, Func<string[], IReadOnlyList<NamedDay>?> line)
    {
        List<NamedDay> days = [];
        List<FieldProblem> problems = [];
        foreach (var (words, index) in text.Split('\n').Select((one, index) => (one.Split([' ', '\t', '　', '\r'], StringSplitOptions.RemoveEmptyEntries), index)))
        {
            if (words.Length == 0)
            {
                continue;
            }

            if (line(words) is { } found)
            {
                days.AddRange(found);
            }
            else
            {
                problems.Add(new FieldProblem(path, $"第 {index + 1} 行“{string.Join(' ', words)}”看不懂，请照“{(path == "daysOff" ? "春节 2027-02-05 至 2027-02-11" : "春节 2027-01-31")}”的样子写。"));
            }
        }

        return (days, problems);
    }

    private static IReadOnlyList<NamedDay>? Off(string[] words) => words switch
    {
        [var name, var one] when Date(one) is { } day => [new NamedDay(day, name)],
        [var name, var from, var mark, var to] when _until.Contains(mark) && Date(from) is { } first && Date(to) is { } last && last >= first && last.DayNumber - first.DayNumber < LongestHoliday =>
            [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(offset => new NamedDay(first.AddDays(offset), name))],
        _ => null,
    };

    private static IReadOnlyList<NamedDay>? Worked(string[] words) => words is [var name, var one] && Date(one) is { } day ? [new NamedDay(day, name)] : null;

    private static IEnumerable<List<NamedDay>> Runs(IEnumerable<NamedDay> days)
    {
        List<NamedDay> run = [];
        foreach (var day in days)
        {
            if (run.Count > 0 && (run[^1].Name != day.Name || run[^1].Date.AddDays(1) != day.Date))
            {
                yield return run;
                run = [];
            }

            run.Add(day);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static DateOnly? Date(string text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date : null;

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
