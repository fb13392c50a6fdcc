using System.Globalization;
using System.Text;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Simulation;

namespace Kaohe.Benchmarks.Engine;

/// <summary>A flowchart of eleven steps in a row, as the year has; with literal or with JavaScript inputs.</summary>
internal static class ElevenSteps
{
    public static CompiledWorkflow Compile(bool withScripts)
    {
        var json = new StringBuilder("""{"id":"bench-v1","definitionId":"bench","name":"bench","isLatest":true,"isPublished":true,"variables":[{"id":"v","name":"Year","typeName":"Int32","value":"2026","storageDriverTypeName":"WorkflowInstanceStorageDriver"}],"root":{"id":"fc","type":"Elsa.Flowchart","version":1,"activities":[""");
        for (var i = 1; i <= 11; i++)
        {
            var expression = withScripts ? """{"type":"JavaScript","value":"`${getYear()} step`"}""" : """{"type":"Literal","value":"2026 step"}""";
            json.Append(CultureInfo.InvariantCulture, $"{(i > 1 ? "," : "")}{{\"id\":\"s{i}\",\"type\":\"Elsa.WriteLine\",\"version\":1,\"text\":{{\"typeName\":\"String\",\"expression\":{expression}}}}}");
        }

        json.Append("],\"connections\":[");
        for (var i = 1; i < 11; i++)
        {
            json.Append(CultureInfo.InvariantCulture, $"{(i > 1 ? "," : "")}{{\"source\":{{\"activity\":\"s{i}\",\"port\":\"Done\"}},\"target\":{{\"activity\":\"s{i + 1}\",\"port\":\"In\"}}}}");
        }

        return new WorkflowCompiler(ActivityRegistry.Core).Compile(DefinitionJson.Read(json.Append("]}}").ToString()));
    }

    public static BurstResult Run(CompiledWorkflow workflow, IWorkflowCatalog catalog, string instanceId) =>
        WorkflowExecutor.Run(workflow, state: null, new StartWorkflow { InstanceId = instanceId }, DateTimeOffset.UnixEpoch, catalog);

    public static IWorkflowCatalog Nothing { get; } = new SimulationCatalog(ActivityRegistry.Core, []);
}
