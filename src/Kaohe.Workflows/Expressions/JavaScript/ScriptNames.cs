namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>Names that every script may use, for editors that complete them.</summary>
public static class ScriptNames
{
    /// <summary>The engine's functions. Getters and setters of a flow's own variables and inputs come on top.</summary>
    public static IReadOnlyCollection<string> Functions { get; } = [.. ScriptLibrary.Functions.Keys];
}
