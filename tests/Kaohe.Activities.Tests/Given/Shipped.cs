using Kaohe.Workflows.Definitions;

namespace Kaohe.Activities.Tests.Given;

/// <summary>The flows and data that the product ships.</summary>
internal static class Shipped
{
    public static string Root { get; } = FindRoot();

    public static string DemoCity { get; } = Path.Combine(Root, "data", "demo-city");

    public static IReadOnlyList<string> FlowNames { get; } = ["annual-assessment", "rectification", "indicator-setting"];

    public static string Text(string name) => File.ReadAllText(Path.Combine(Root, "workflows", $"{name}.json"));

    public static WorkflowDefinition Flow(string name) => DefinitionJson.Read(Text(name));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kaohe.Workflows.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Kaohe.Workflows.sln is in no folder above the tests.");
    }
}
