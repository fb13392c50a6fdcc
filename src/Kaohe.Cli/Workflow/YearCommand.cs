using Kaohe.Activities;
using Kaohe.Activities.Simulation;
using Kaohe.Office;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Cli.Workflow;

/// <summary>Plays a whole year: an annual flow among the definitions is carried out by the demo city's offices, units and leaders.</summary>
internal static class YearCommand
{
    /// <summary>Plays the year and prints its timeline.</summary>
    /// <exception cref="DefinitionException">A flow cannot be compiled, or the city's data is not there.</exception>
    public static int Run(IReadOnlyList<WorkflowDefinition> definitions, string definitionPath, string? city, DateTimeOffset start, TextWriter output)
    {
        var from = Path.GetDirectoryName(Path.GetFullPath(definitionPath))!;
        var folder = city ?? DataFolder.Nearest(from, "demo-city")
            ?? throw new DefinitionException("$", "找不到演示城市的数据（data/demo-city）。请用 --city 指定文件夹。");
        ActivityCalendar.Use(CalendarFolder.LoadAbove(definitionPath));
        try
        {
            var timeline = YearSimulation.Run([.. definitions, .. Beside(definitions, from)], folder, OfficeTime.DateOf(start));
            foreach (var line in timeline.Lines())
            {
                output.WriteLine(line);
            }

            return timeline.IsFinished && timeline.Incidents.Count == 0 ? 0 : 1;
        }
        catch (InvalidDataException problem)
        {
            throw new DefinitionException("$", problem.Message);
        }
    }

    // The annual flow starts other flows by name; those that lie beside it and were not given are taken along.
    private static IEnumerable<WorkflowDefinition> Beside(IReadOnlyList<WorkflowDefinition> definitions, string folder) =>
        Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(TryRead).OfType<WorkflowDefinition>()
            .Where(d => definitions.All(given => given.DefinitionId != d.DefinitionId));

    private static WorkflowDefinition? TryRead(string path)
    {
        try
        {
            return DefinitionFiles.Read(path);
        }
        catch (DefinitionException)
        {
            return null; // not a definition: some other JSON file in the folder
        }
    }
}
