using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>Definitions that other definitions use as an activity, one model for each version: a drawing may hold an old one.</summary>
internal static class FlowActivityModels
{
    public const string Category = "子流程";

    public static IEnumerable<FlowActivity> Of(IEnumerable<WorkflowDefinition> versions)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var version in versions.OrderBy(each => each.CreatedAt).ThenBy(each => each.Version))
        {
            var name = TypeName(version);
            if (taken.GetValueOrDefault(name, version.DefinitionId) != version.DefinitionId)
            {
                name += version.DefinitionId; // two definitions of one name
            }

            taken[name] = version.DefinitionId;
            yield return new FlowActivity(version.DefinitionId, version.Id, version.IsPublished, Model(version, name));
        }
    }

    // As Elsa forms it: the name without blanks.
    private static string TypeName(WorkflowDefinition definition)
    {
        var name = string.Concat((definition.Name ?? definition.DefinitionId).Where(letter => !char.IsWhiteSpace(letter)));
        return name.Length > 0 ? name : definition.DefinitionId;
    }

    private static ActivityModel Model(WorkflowDefinition definition, string typeName) => new()
    {
        TypeName = typeName,
        Namespace = "",
        Name = typeName,
        Version = definition.Version,
        Category = definition.Options.ActivityCategory is { Length: > 0 } category ? category : Category,
        DisplayName = definition.Name ?? definition.DefinitionId,
        Description = definition.Description ?? "",
        Kind = "Task",
        IsBrowsable = definition.IsPublished,
        Inputs = [.. definition.Inputs.Select((input, order) => new InputModel(input.Name, TypeOf(input), input.DisplayName ?? input.Name, input.Description ?? "", order)
        {
            UiHint = input.UIHint ?? "singleline", StorageDriverType = input.StorageDriverType, IsSynthetic = true,
        })],
        Outputs = [.. definition.Outputs.Select((output, order) => new OutputModel(output.Name, TypeOf(output), output.DisplayName ?? output.Name, output.Description ?? "", order) { IsSynthetic = true })],
        Ports = [.. definition.Outcomes.Count > 0 ? definition.Outcomes.Select(outcome => PortModel.Flow(outcome, outcome)) : [PortModel.Done]],
        ConstructionProperties = new Dictionary<string, object?> { ["workflowDefinitionId"] = definition.DefinitionId, ["workflowDefinitionVersionId"] = definition.Id },
    };

    private static string TypeOf(ArgumentDefinition argument) => argument.IsArray ? argument.Type + "[]" : argument.Type;
}

/// <summary>A version of a definition that is used as an activity.</summary>
internal sealed record FlowActivity(string DefinitionId, string VersionId, bool IsPublished, ActivityModel Model);
