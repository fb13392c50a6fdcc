using System.Text.Json;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Simulation;

/// <summary>A case file: definitions, an input and stimuli, as <c>conformance/README.md</c> describes.</summary>
public sealed record ConformanceCase
{
    /// <summary>Name of the case.</summary>
    public required string Name { get; init; }

    /// <summary>The definition to start.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Input of the start.</summary>
    public required IReadOnlyDictionary<string, object?> Input { get; init; }

    /// <summary>What is applied after the start, in order.</summary>
    public required IReadOnlyList<JsonElement> Stimuli { get; init; }

    /// <summary>Whether pending bookmarks are resumed, oldest first, until none is left.</summary>
    public bool ThenResumeAllPending { get; init; }

    /// <summary>The definitions, all published.</summary>
    public required IReadOnlyList<WorkflowDefinition> Definitions { get; init; }

    /// <summary>Reads a case.</summary>
    /// <exception cref="DefinitionException">A definition in it cannot be read.</exception>
    /// <exception cref="JsonException">The text is no case.</exception>
    public static ConformanceCase Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DefinitionJson.MaxDepth });
        var root = document.RootElement.Clone();
        var definitions = root.Items("definitions").Select(DefinitionJson.Read).ToList();
        return new ConformanceCase
        {
            Name = root.Text("name") ?? "",
            DefinitionId = root.Text("definitionId") ?? definitions.FirstOrDefault()?.DefinitionId ?? "",
            Input = root.TryGet("input", out var input) && PlainValue.FromJson(input) is Dictionary<string, object?> values ? values : [],
            Stimuli = [.. root.Items("stimuli")],
            ThenResumeAllPending = root.Flag("thenResumeAllPending"),
            Definitions = definitions,
        };
    }
}
