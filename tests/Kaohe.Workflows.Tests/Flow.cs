using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Simulation;

namespace Kaohe.Workflows.Tests;

/// <summary>Short ways to write definitions and run them in tests.</summary>
internal static class Flow
{
    public const string InstanceDriver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static JsonObject Literal(string type, object? value) => Expression(type, "Literal", value);

    public static JsonObject Script(string type, string source) => Expression(type, "JavaScript", source);

    public static JsonObject Expression(string type, string language, object? value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = language, ["value"] = JsonSerializer.SerializeToNode(value) },
    };

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in members)
        {
            json[name] = value;
        }

        return json;
    }

    public static JsonObject Line(string id, string text) => Activity(id, "Elsa.WriteLine", ("text", Literal("String", text)));

    public static JsonObject ScriptLine(string id, string source) => Activity(id, "Elsa.WriteLine", ("text", Script("String", source)));

    public static JsonObject Event(string id, string name) => Activity(id, "Elsa.Event", ("eventName", Literal("String", name)));

    public static JsonObject Sequence(string id, params JsonNode[] activities) => Activity(id, "Elsa.Sequence", ("activities", new JsonArray(activities)));

    public static JsonObject Chart(string id, IEnumerable<JsonNode> activities, params string[] connections) => Activity(
        id, "Elsa.Flowchart", ("activities", new JsonArray([.. activities])), ("connections", new JsonArray([.. connections.Select(Connection)])));

    /// <summary>A connection written as <c>a&gt;b</c> or <c>a:Port&gt;b</c>.</summary>
    public static JsonNode Connection(string text)
    {
        var ends = text.Split('>');
        var source = ends[0].Split(':');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        };
    }

    public static JsonObject Variable(string name, string type, string? value = null) => new()
    {
        ["id"] = "v-" + name, ["name"] = name, ["typeName"] = type, ["isArray"] = false, ["value"] = value, ["storageDriverTypeName"] = InstanceDriver,
    };

    public static WorkflowDefinition Definition(JsonNode root, string id = "flow", int version = 1, JsonNode[]? variables = null, string? incidentStrategy = null) => DefinitionJson.Read(new JsonObject
    {
        ["id"] = $"{id}-v{version}",
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = version,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = new JsonArray(variables ?? []),
        ["options"] = new JsonObject { ["incidentStrategyType"] = incidentStrategy },
        ["root"] = root,
    }.ToJsonString());

    public static CompiledWorkflow Compile(WorkflowDefinition definition) => new WorkflowCompiler(ActivityRegistry.Core).Compile(definition);

    public static SimulatedHost Host(params WorkflowDefinition[] definitions) => new(new SimulationCatalog(ActivityRegistry.Core, definitions), Start);

    /// <summary>Starts a definition alone and delivers its effects.</summary>
    public static (SimulatedHost Host, SimulatedInstance Instance) Run(JsonNode root, params JsonNode[] variables)
    {
        var host = Host(Definition(root, variables: variables));
        var instance = host.Start("flow", new Dictionary<string, object?>());
        host.Settle();
        return (host, instance);
    }

    public static BurstResult Burst(CompiledWorkflow workflow, WorkflowState? state, Stimulus stimulus) =>
        WorkflowExecutor.Run(workflow, state, stimulus, Start, new SimulationCatalog(ActivityRegistry.Core, [workflow.Definition]));

    public static BurstResult Begin(CompiledWorkflow workflow) => Burst(workflow, null, new StartWorkflow { InstanceId = "i1" });
}
