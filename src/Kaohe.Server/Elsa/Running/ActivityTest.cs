using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa.Definitions;
using Kaohe.Server.Elsa.Http;
using Kaohe.Server.Elsa.Instances;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Server.Elsa.Running;

/// <summary>Which definition, by version row or by id.</summary>
internal sealed record DefinitionHandle(string? DefinitionId, string? VersionOptions, string? DefinitionVersionId);

/// <summary>Which activity, by path or by id.</summary>
internal sealed record ActivityHandle(string? ActivityId, string? ActivityNodeId);

/// <summary>Asks to try an activity out.</summary>
internal sealed record ActivityTestRequest(DefinitionHandle? WorkflowDefinitionHandle, ActivityHandle? ActivityHandle);

/// <summary>What an activity did when it was tried out.</summary>
internal sealed record ActivityTestResult(JsonElement ActivityState, JsonElement Payload, JsonElement Outputs, ExceptionModel? Exception, ActivityStatus Status);

/// <summary>
/// Runs one activity by itself, in memory: the workflow's variables have their initial values, and what the activity asks of the world (tasks, documents,
/// mails) is only named in the answer, not done. Nothing is stored.
/// </summary>
/// <param name="queries">Reads definitions.</param>
/// <param name="catalog">Compiles.</param>
/// <param name="clock">Now.</param>
internal sealed class ActivityTest(DefinitionQueries queries, DefinitionCatalog catalog, TimeProvider clock)
{
    /// <summary>Tries it; null when there is no such activity.</summary>
    public async Task<ActivityTestResult?> RunAsync(ActivityTestRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.WorkflowDefinitionHandle, cancellationToken) is not { } definition
            || Find(ActivityTree.Editable(definition.Root), request.ActivityHandle) is not { } activity)
        {
            return null;
        }

        var alone = new JsonObject { ["id"] = "test", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray(activity.DeepClone()) };
        var workflow = catalog.Compile(definition with { Root = JsonSerializer.SerializeToElement(alone, ElsaJson.Options) });
        var burst = WorkflowExecutor.Run(workflow, state: null, new StartWorkflow { InstanceId = $"test-{Guid.NewGuid():N}" }, clock.GetUtcNow(), catalog);
        if (burst.Executions.FirstOrDefault(each => each.ActivityId == activity.Text("id") && each.SchedulingActivityExecutionId is not null) is not { } execution)
        {
            return null;
        }

        var payload = new Dictionary<string, object?>(execution.Payload ?? new Dictionary<string, object?>());
        if (burst.Effects.Count > 0)
        {
            payload["试运行时没有真正执行"] = burst.Effects.Select(effect => (object?)effect.Kind).ToList();
        }

        var incident = burst.State.Incidents.Find(each => each.ActivityId == execution.ActivityId);
        return new ActivityTestResult(
            Element(execution.ActivityState ?? new Dictionary<string, object?>()),
            Element(payload),
            Element(execution.Outputs ?? new Dictionary<string, object?>()),
            incident is null ? null : new ExceptionModel(incident.ExceptionType ?? "WorkflowException", IncidentWords.Of(incident.Message, incident.Cause), InnerException: null),
            execution.Status);
    }

    private async Task<WorkflowDefinition?> FindAsync(DefinitionHandle? handle, CancellationToken cancellationToken) => handle switch
    {
        { DefinitionVersionId: { Length: > 0 } id } => await queries.FindVersionAsync(id, cancellationToken),
        { DefinitionId: { Length: > 0 } id } => await queries.FindAsync(id, VersionSelection.Parse(handle.VersionOptions ?? "Latest") ?? VersionSelection.Latest, cancellationToken),
        _ => null,
    };

    private static JsonObject? Find(JsonObject root, ActivityHandle? handle)
    {
        JsonObject? found = null;
        ActivityTree.Map(root, "Workflow1", (activity, holder) =>
        {
            found ??= ActivityTree.PathOf(holder, activity) == handle?.ActivityNodeId || activity.Text("id") == handle?.ActivityId ? activity : null;
            return activity;
        });
        return found;
    }

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, WorkflowStateSerializer.Options);
}
