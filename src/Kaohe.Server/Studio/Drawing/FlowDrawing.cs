using System.Text.Json;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Studio.Drawing;

/// <summary>A definition as a drawing: every activity with its place and the lines between them.</summary>
public sealed class FlowDrawing
{
    private static readonly string[] _notContained = ["metadata", "customProperties", "expression"];

    private FlowDrawing(IReadOnlyList<DrawnActivity> activities, IReadOnlyList<DrawnConnection> connections, IReadOnlySet<string> outer)
    {
        Activities = activities;
        Connections = connections;
        Outer = outer;
        ById = activities.DistinctBy(activity => activity.Id).ToDictionary(activity => activity.Id, StringComparer.Ordinal);
    }

    /// <summary>All activities, also those inside others; the root is not one of them.</summary>
    public IReadOnlyList<DrawnActivity> Activities { get; }

    /// <summary>All activities by id.</summary>
    public IReadOnlyDictionary<string, DrawnActivity> ById { get; }

    /// <summary>All lines.</summary>
    public IReadOnlyList<DrawnConnection> Connections { get; }

    /// <summary>Ids of the activities that the outermost drawing shows.</summary>
    public IReadOnlySet<string> Outer { get; }

    /// <summary>Reads a definition.</summary>
    /// <param name="definition">The definition.</param>
    public static FlowDrawing Of(WorkflowDefinition definition)
    {
        List<DrawnActivity> activities = [.. Below(definition.Root, "root").Where(activity => activity.Path != "root")];
        var connections = Containers(definition.Root, activities).SelectMany(container => container.Items("connections")).Select(Connection).OfType<DrawnConnection>().Distinct();
        var outer = definition.Root.Items("activities").Select(activity => activity.Text("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new FlowDrawing(activities, [.. connections], outer);
    }

    /// <summary>What a person calls an activity.</summary>
    /// <param name="id">Its id.</param>
    public string LabelOf(string id) => ById.TryGetValue(id, out var activity) ? activity.Label : id;

    /// <summary>The innermost activity that a path of a problem lies in; null for the flow itself.</summary>
    /// <param name="path">JSON path.</param>
    public DrawnActivity? At(string path) => Activities
        .Where(activity => path == activity.Path || path.StartsWith(activity.Path + ".", StringComparison.Ordinal))
        .MaxBy(activity => activity.Path.Length);

    /// <summary>Ids of the outermost activities that lines lead to from where the flow begins: its start, else what can start it, else what no line leads to.</summary>
    public IReadOnlySet<string> Reachable()
    {
        var outer = Activities.Where(activity => Outer.Contains(activity.Id)).ToList();
        var targets = Connections.Select(line => line.To).ToHashSet(StringComparer.Ordinal);
        List<DrawnActivity>[] begins =
        [
            [.. outer.Where(activity => activity.Type == "Elsa.Start")],
            [.. outer.Where(activity => activity.Json.Member("customProperties")?.Member("canStartWorkflow")?.ValueKind == JsonValueKind.True)],
            [.. outer.Where(activity => !targets.Contains(activity.Id)).Take(1)],
        ];
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>((Array.Find(begins, found => found.Count > 0) ?? outer).Select(activity => activity.Id));
        while (open.TryDequeue(out var id))
        {
            if (reached.Add(id))
            {
                foreach (var line in Connections.Where(line => line.From == id))
                {
                    open.Enqueue(line.To);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<JsonElement> Containers(JsonElement root, IEnumerable<DrawnActivity> activities) => activities.Select(activity => activity.Json).Prepend(root);

    private static DrawnConnection? Connection(JsonElement line) =>
        line.Member("source")?.Text("activity") is { } from && line.Member("target")?.Text("activity") is { } to
            ? new DrawnConnection(from, line.Member("source")?.Text("port") ?? "Done", to)
            : null;

    private static IEnumerable<DrawnActivity> Below(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (element.Text("type") is { } type && element.Text("id") is { } id && !element.TryGetProperty("value", out _))
                {
                    yield return new DrawnActivity(id, path, type, element.Member("metadata")?.Text("displayText") ?? element.Text("name") ?? id, element);
                }

                foreach (var found in element.EnumerateObject().Where(member => !_notContained.Contains(member.Name)).SelectMany(member => Below(member.Value, $"{path}.{member.Name}")))
                {
                    yield return found;
                }

                break;
            case JsonValueKind.Array:
                foreach (var found in element.EnumerateArray().SelectMany((item, index) => Below(item, $"{path}[{index}]")))
                {
                    yield return found;
                }

                break;
            default:
                break;
        }
    }
}
