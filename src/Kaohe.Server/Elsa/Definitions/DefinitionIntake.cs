using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Office;
using Kaohe.Server.Elsa.Descriptors;
using Kaohe.Server.Elsa.Http;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>Turns what Studio posts into a definition: fills what Studio leaves open, and keeps what Studio does not know.</summary>
/// <param name="descriptors">Types of inputs.</param>
internal sealed class DefinitionIntake(DescriptorCatalog descriptors)
{
    // Said by the server, or only meant for Studio.
    private static readonly string[] _notKept = ["links", "tenantId", "providerName", "materializerName", "materializerContext", "sourcePath"];

    private static readonly CultureInfo _chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Reads a posted model.</summary>
    /// <param name="posted">The model.</param>
    /// <param name="stored">The version that it changes; null for a new definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DefinitionException">It is no definition.</exception>
    public async Task<WorkflowDefinition> ReadAsync(JsonElement posted, WorkflowDefinition? stored, CancellationToken cancellationToken)
    {
        if (posted.ValueKind != JsonValueKind.Object)
        {
            throw new DefinitionException("$", "提交的内容不是流程定义。请刷新页面后重试。");
        }

        var model = ActivityTree.Editable(posted);
        foreach (var name in _notKept)
        {
            model.Remove(name);
        }

        // Nothing given means a new id, not one made from the name.
        model["definitionId"] ??= "";
        model["id"] ??= "";
        var snapshot = await descriptors.ReadAsync(cancellationToken);
        ActivityTree.MapRoot(model, "Workflow1", (activity, holder) => Filled(activity, holder, snapshot));
        KeepUnknown(model, stored);
        return DefinitionJson.Read(JsonSerializer.SerializeToElement(model, ElsaJson.Options));
    }

    // Studio posts only the members it knows; a file may hold more ($schema, isSystem).
    private static void KeepUnknown(JsonObject model, WorkflowDefinition? stored)
    {
        if (stored is null || stored.Document.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in stored.Document.EnumerateObject().Where(member => !model.ContainsKey(member.Name) && !_notKept.Contains(member.Name, StringComparer.Ordinal)))
        {
            model[member.Name] = JsonSerializer.SerializeToNode(member.Value, ElsaJson.Options);
        }
    }

    private static JsonObject Filled(JsonObject activity, string holder, DescriptorSnapshot snapshot)
    {
        var filled = DescriptorSnapshot.IsPlaceholder(activity) ? UnknownActivity.Restore(activity) : activity;
        if (filled.Text("id") is not { Length: > 0 })
        {
            filled["id"] = Guid.NewGuid().ToString("N")[..16];
        }

        filled["nodeId"] = ActivityTree.PathOf(holder, filled);
        foreach (var input in snapshot.Find(filled)?.Inputs.Where(input => input.IsWrapped) ?? [])
        {
            if (filled[Camel(input.Name)] is JsonObject wrapped && wrapped.ContainsKey("expression"))
            {
                Fill(wrapped, input, filled.Text("id")!);
            }
        }

        return filled;
    }

    // The first edit of an input comes without type and memory id; the date picker writes times as a Chinese reader sees them.
    private static void Fill(JsonObject wrapped, InputModel input, string activityId)
    {
        wrapped["typeName"] ??= input.TypeName;
        wrapped["memoryReference"] ??= new JsonObject { ["id"] = $"{activityId}:input-{Kebab(input.Name)}" };
        if (input.UiHint == UIHints.DateTimePicker && wrapped["expression"] is JsonObject expression && expression.Text("type") == "Literal" && expression.Text("value") is { } text
            && !text.Contains('T', StringComparison.Ordinal)
            && DateTime.TryParse(text, _chinese, DateTimeStyles.None, out var local))
        {
            expression["value"] = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), OfficeTime.Zone.GetUtcOffset(local)).ToString("O", CultureInfo.InvariantCulture);
        }
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
