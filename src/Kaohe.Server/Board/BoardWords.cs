namespace Kaohe.Server.Board;

/// <summary>Sentences about the board.</summary>
public static class BoardWords
{
    private const int MostNamed = 12;

    /// <summary>What is said before a step is closed: which units, and which work of the whole city, have not finished.</summary>
    /// <param name="view">The board.</param>
    /// <param name="step">Code of the step.</param>
    public static string BeforeClosing(BoardView view, string step)
    {
        var units = view.Units.Where(row => Live(row, step).Any()).Select(row => row.Name).ToList();
        var city = Live(view.City, step).Select(task => $"“{task.Title}”").Distinct().ToList();
        List<string> left = [];
        if (city.Count > 0)
        {
            left.Add($"全市工作{Named(city)}没有办结");
        }

        if (units.Count > 0)
        {
            left.Add($"还有 {units.Count} 个单位没有办结：{Named(units)}");
        }

        return left.Count == 0
            ? "本环节没有未办结的任务。结束后流程进入下一环节，不能恢复。"
            : $"{string.Join('；', left)}。结束后这些任务取消，流程进入下一环节，不能恢复。";
    }

    private static IEnumerable<BoardTask> Live(BoardRow row, string step) =>
        row.Cells.Where(cell => cell.StepCode == step).SelectMany(cell => cell.Tasks).Where(task => task.IsLive);

    private static string Named(List<string> names) => $"{string.Join('、', names.Take(MostNamed))}{(names.Count > MostNamed ? "等" : null)}";
}
