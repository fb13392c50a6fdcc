using System.Text.Json;
using Kaohe.Server.Studio.Drawing;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Studio.Comparison;

/// <summary>Says in words what changed between two versions of a flow. Where things are drawn says nothing; what they are called and do does.</summary>
/// <param name="words">Chinese names.</param>
public sealed class FlowComparer(FlowWords words)
{
    // Not settings: what an activity is, where it is drawn, what lies in it, and what a save fills in by itself.
    private static readonly HashSet<string> _notSettings = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "metadata", "customProperties", "activities", "connections", "variables", "body", "then", "else", "start",
    };

    /// <summary>All differences: the flow itself, then activities, then lines.</summary>
    /// <param name="older">The older version.</param>
    /// <param name="newer">The newer version.</param>
    public IReadOnlyList<FlowChange> Compare(WorkflowDefinition older, WorkflowDefinition newer)
    {
        var (before, after) = (FlowDrawing.Of(older), FlowDrawing.Of(newer));
        return
        [
            .. Envelope(older, newer),
            .. after.Activities.Where(activity => !before.ById.ContainsKey(activity.Id)).Select(activity => new FlowChange(ChangeKind.Added, activity.Id, $"{words.Type(activity.Type)}“{activity.Label}”")),
            .. before.Activities.Where(activity => !after.ById.ContainsKey(activity.Id)).Select(activity => new FlowChange(ChangeKind.Removed, activity.Id, $"{words.Type(activity.Type)}“{activity.Label}”")),
            .. after.Activities.Where(activity => before.ById.ContainsKey(activity.Id)).SelectMany(activity => Settings(before.ById[activity.Id], activity)),
            .. after.Connections.Except(before.Connections).Select(line => new FlowChange(ChangeKind.Added, null, Line(after, line))),
            .. before.Connections.Except(after.Connections).Select(line => new FlowChange(ChangeKind.Removed, null, Line(before, line))),
        ];
    }

    private static IEnumerable<FlowChange> Envelope(WorkflowDefinition older, WorkflowDefinition newer)
    {
        if (older.Name != newer.Name)
        {
            yield return Changed(null, $"流程名称由“{older.Name}”改为“{newer.Name}”");
        }

        if (older.Description != newer.Description)
        {
            yield return Changed(null, $"流程说明由“{older.Description}”改为“{newer.Description}”");
        }

        foreach (var change in Named("变量", older.Variables, newer.Variables, variable => variable.Name)
            .Concat(Named("输入", older.Inputs, newer.Inputs, input => input.Name)).Concat(Named("输出", older.Outputs, newer.Outputs, output => output.Name)))
        {
            yield return change;
        }
    }

    private static IEnumerable<FlowChange> Named<T>(string kind, IReadOnlyList<T> older, IReadOnlyList<T> newer, Func<T, string> name) =>
        newer.Select(name).Except(older.Select(name)).Select(added => new FlowChange(ChangeKind.Added, null, $"{kind}“{added}”"))
            .Concat(older.Select(name).Except(newer.Select(name)).Select(removed => new FlowChange(ChangeKind.Removed, null, $"{kind}“{removed}”")));

    private IEnumerable<FlowChange> Settings(DrawnActivity before, DrawnActivity after)
    {
        if (before.Type != after.Type)
        {
            yield return Changed(after.Id, $"“{after.Label}”由{words.Type(before.Type)}改为{words.Type(after.Type)}");
        }

        if (before.Label != after.Label)
        {
            yield return Changed(after.Id, $"“{before.Label}”改名为“{after.Label}”");
        }

        foreach (var member in Members(before.Json).Union(Members(after.Json)))
        {
            var (was, now) = (FlowWords.Value(before.Json.Member(member)), FlowWords.Value(after.Json.Member(member)));
            if (was != now)
            {
                yield return Changed(after.Id, $"“{after.Label}”的{words.Setting(after.Type, member)}由“{was}”改为“{now}”");
            }
        }
    }

    private string Line(FlowDrawing drawing, DrawnConnection line) =>
        $"连线：“{drawing.LabelOf(line.From)}”{words.Port(drawing.ById.GetValueOrDefault(line.From)?.Type, line.Port)}后到“{drawing.LabelOf(line.To)}”";

    private static IEnumerable<string> Members(JsonElement activity) => activity.EnumerateObject().Select(member => member.Name).Where(name => !_notSettings.Contains(name));

    private static FlowChange Changed(string? id, string text) => new(ChangeKind.Changed, id, text);
}
