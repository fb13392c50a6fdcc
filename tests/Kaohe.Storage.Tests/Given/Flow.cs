using System.Text.Json.Nodes;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Storage.Tests.Given;

/// <summary>Small definitions in Elsa's JSON.</summary>
public static class Flow
{
    public const string InstanceDriver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static WorkflowDefinition Sequence(string definitionId, params JsonObject[] activities) => SequenceWith(null, definitionId, activities);

    public static WorkflowDefinition SequenceWith(JsonObject? options, string definitionId, params JsonObject[] activities) => DefinitionJson.Read(new JsonObject
    {
        ["id"] = "",
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["toolVersion"] = "3.8.2.0",
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "v-R", ["name"] = "R", ["typeName"] = "Object", ["storageDriverTypeName"] = InstanceDriver }),
        ["options"] = options,
        ["root"] = new JsonObject { ["id"] = "seq", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. activities]) },
    }.ToJsonString());

    public static JsonObject Activity(string id, string type, params (string Name, string Type, object? Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, typeName, value) in inputs)
        {
            activity[name] = new JsonObject
            {
                ["typeName"] = typeName,
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = JsonValue.Create(value) },
            };
        }

        return activity;
    }

    public static JsonObject WriteLine(string id, string text) => Activity(id, "Elsa.WriteLine", ("text", "String", text));

    public static JsonObject WriteScript(string id, string script)
    {
        var activity = Activity(id, "Elsa.WriteLine");
        activity["text"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };
        return activity;
    }

    public static JsonObject RunTask(string id, string name = "Review")
    {
        var activity = Activity(id, "Elsa.RunTask", ("taskName", "String", name));
        activity["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-R" } };
        return activity;
    }

    public static JsonObject Delay(string id, string span) => Activity(id, "Elsa.Delay", ("timeSpan", "TimeSpan", span));

    public static JsonObject Event(string id, string name, bool starts = false) => Starting(Activity(id, "Elsa.Event", ("eventName", "String", name)), starts);

    public static JsonObject PublishEvent(string id, string name) => Activity(id, "Elsa.PublishEvent", ("eventName", "String", name));

    public static JsonObject Timer(string id, string interval, bool starts = true) => Starting(Activity(id, "Elsa.Timer", ("interval", "TimeSpan", interval)), starts);

    public static JsonObject Fault(string id, string message) => Activity(id, "Elsa.Fault", ("message", "String", message));

    public static JsonObject Dispatch(string id, string definitionId, bool wait) =>
        Activity(id, "Elsa.DispatchWorkflow", ("workflowDefinitionId", "String", definitionId), ("waitForCompletion", "Boolean", wait));

    public static JsonObject Execute(string id, string definitionId, bool wait) =>
        Activity(id, "Elsa.ExecuteWorkflow", ("workflowDefinitionId", "String", definitionId), ("waitForCompletion", "Boolean", wait));

    private static JsonObject Starting(JsonObject activity, bool starts)
    {
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = starts };
        return activity;
    }
}
