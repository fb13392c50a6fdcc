using System.Text.Json;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Workflows.Validation;

/// <summary>Finds members of a definition document that have the wrong JSON type.</summary>
internal static class ShapeCheck
{
    private static readonly (string Name, JsonValueKind[] Kinds, string What)[] Members =
    [
        ("root", [JsonValueKind.Object], "一个活动（对象）"),
        ("variables", [JsonValueKind.Array, JsonValueKind.Object], "列表"),
        ("inputs", [JsonValueKind.Array, JsonValueKind.Object], "列表"),
        ("outputs", [JsonValueKind.Array, JsonValueKind.Object], "列表"),
        ("outcomes", [JsonValueKind.Array], "列表"),
        ("options", [JsonValueKind.Object], "对象"),
        ("customProperties", [JsonValueKind.Object], "对象"),
        ("version", [JsonValueKind.Number], "数字"),
        ("name", [JsonValueKind.String], "文字"),
        ("definitionId", [JsonValueKind.String], "文字"),
        ("id", [JsonValueKind.String], "文字"),
        ("isLatest", [JsonValueKind.True, JsonValueKind.False], "true 或 false"),
        ("isPublished", [JsonValueKind.True, JsonValueKind.False], "true 或 false"),
    ];

    public static IEnumerable<DefinitionProblem> Find(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var (name, kinds, what) in Members)
        {
            if (document.TryGet(name, out var value) && value.ValueKind != JsonValueKind.Null && !kinds.Contains(value.ValueKind))
            {
                yield return new DefinitionProblem(name, $"“{name}”应当是{what}。请重新从设计器导出。");
            }
        }

        if (!document.TryGet("root", out var root) || root.ValueKind == JsonValueKind.Null)
        {
            yield return new DefinitionProblem("root", "流程是空的，没有任何活动。请在设计器里画出流程。", IsError: false);
            yield break;
        }

        foreach (var problem in FindIn(root, "root", depth: 0))
        {
            yield return problem;
        }
    }

    private static IEnumerable<DefinitionProblem> FindIn(JsonElement activity, string path, int depth)
    {
        if (activity.ValueKind != JsonValueKind.Object || depth > DefinitionJson.MaxDepth)
        {
            yield break;
        }

        foreach (var list in new[] { "activities", "connections" })
        {
            if (activity.TryGet(list, out var items) && items.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null))
            {
                yield return new DefinitionProblem($"{path}.{list}", $"“{list}”应当是列表。请重新从设计器导出。");
            }
        }

        var index = 0;
        foreach (var child in activity.Items("activities"))
        {
            foreach (var problem in FindIn(child, $"{path}.activities[{index}]", depth + 1))
            {
                yield return problem;
            }

            index++;
        }
    }
}
