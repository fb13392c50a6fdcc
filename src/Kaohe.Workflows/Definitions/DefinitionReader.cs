using System.Text.Json;

namespace Kaohe.Workflows.Definitions;

/// <summary>Turns a definition document into <see cref="WorkflowDefinition"/>; missing members get Elsa's defaults.</summary>
internal static class DefinitionReader
{
    public static WorkflowDefinition Read(JsonElement document, JsonElement root)
    {
        var definitionId = document.Text("definitionId") ?? document.Text("id") ?? document.Text("name") ?? "";
        var version = document.Integer("version") ?? 1;
        return new WorkflowDefinition
        {
            DefinitionId = definitionId,
            Id = document.Text("id") ?? $"{definitionId}-v{version}",
            Name = document.Text("name"),
            Description = document.Text("description"),
            Version = version,
            CreatedAt = DefinitionJson.Time(document.Text("createdAt")) ?? DateTimeOffset.UnixEpoch,
            ToolVersion = document.Text("toolVersion"),
            IsLatest = document.Flag("isLatest"),
            IsPublished = document.Flag("isPublished"),
            IsReadonly = document.Flag("isReadonly"),
            IsSystem = document.Flag("isSystem"),
            Variables = [.. document.Items("variables").Select(ReadVariable)],
            Inputs = [.. document.Items("inputs").Select(ReadArgument)],
            Outputs = [.. document.Items("outputs").Select(ReadArgument)],
            Outcomes = [.. document.Items("outcomes").Where(o => o.ValueKind == JsonValueKind.String).Select(o => o.GetString()!)],
            Options = ReadOptions(document),
            Root = root,
            Document = document,
        };
    }

    public static VariableDefinition ReadVariable(JsonElement json)
    {
        var name = json.Text("name") ?? json.Text("id") ?? "";
        return new VariableDefinition
        {
            Id = json.Text("id") ?? name,
            Name = name,
            TypeName = json.Text("typeName") ?? "Object",
            IsArray = json.Flag("isArray"),
            Value = json.TryGet("value", out var value) ? value : default,
            StorageDriverTypeName = json.Text("storageDriverTypeName"),
        };
    }

    private static ArgumentDefinition ReadArgument(JsonElement json) => new()
    {
        Name = json.Text("name") ?? "",
        Type = json.Text("type") ?? json.Text("typeName") ?? "Object",
        IsArray = json.Flag("isArray"),
        DisplayName = json.Text("displayName"),
        Description = json.Text("description"),
        UIHint = json.Text("uiHint"),
        StorageDriverType = json.Text("storageDriverType"),
    };

    private static WorkflowOptions ReadOptions(JsonElement document) =>
        document.TryGet("options", out var json) && json.ValueKind == JsonValueKind.Object
            ? new WorkflowOptions
            {
                ActivationStrategyType = json.Text("activationStrategyType"),
                UsableAsActivity = json.Flag("usableAsActivity"),
                AutoUpdateConsumingWorkflows = json.Flag("autoUpdateConsumingWorkflows"),
                ActivityCategory = json.Text("activityCategory"),
                IncidentStrategyType = json.Text("incidentStrategyType"),
                CommitStrategyName = json.Text("commitStrategyName"),
            }
            : new WorkflowOptions();
}
