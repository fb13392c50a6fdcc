using Kaohe.Workflows.Simulation;

namespace Kaohe.Cli.Workflow;

/// <summary>Prints a played simulation for people.</summary>
internal static class Timeline
{
    private static readonly Dictionary<string, string> Events = new(StringComparer.Ordinal)
    {
        ["Started"] = "开始", ["Completed"] = "完成", ["Suspended"] = "等待", ["Resumed"] = "继续", ["Faulted"] = "出错", ["Canceled"] = "取消",
    };

    public static void Print(TextWriter output, SimulationResult result, SimulatedHost host)
    {
        foreach (var instance in host.Instances)
        {
            output.WriteLine($"流程 {instance.Workflow.Definition.Name ?? instance.Workflow.Definition.DefinitionId}（{instance.State.Id}）");
            foreach (var entry in instance.Journal)
            {
                var time = entry.Timestamp.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
                output.WriteLine($"  {time}  {Events.GetValueOrDefault(entry.EventName, entry.EventName)}  {entry.ActivityName ?? entry.ActivityId}（{entry.ActivityType}）{entry.Message}");
            }
        }

        foreach (var line in result.Lines)
        {
            output.WriteLine($"输出：{line}");
        }

        foreach (var incident in result.Incidents)
        {
            output.WriteLine($"异常：{incident}");
        }

        output.WriteLine($"结果：{result.Status}");
    }
}
