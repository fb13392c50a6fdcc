namespace Kaohe.Assessment.Indicators.Methods;

/// <summary>A score with its formula, or a refusal with its reason.</summary>
public sealed record MethodOutcome
{
    /// <summary>The unrounded score, 100 for full; empty when the method refuses.</summary>
    public decimal? Score { get; init; }

    /// <summary>The formula with the numbers put in, in Chinese.</summary>
    public string Formula { get; init; } = "";

    /// <summary>What the formula used.</summary>
    public IReadOnlyList<NamedFigure> Inputs { get; init; } = [];

    /// <summary>Whatever a reader should notice.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Why there is no score and what the office can do, in Chinese.</summary>
    public string? Refusal { get; init; }

    /// <summary>A refusal.</summary>
    internal static MethodOutcome Refuse(string reason, params IReadOnlyList<NamedFigure> inputs) =>
        new() { Refusal = reason, Inputs = inputs };
}

/// <summary>A named number of a formula.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Value">The number, unrounded.</param>
public sealed record NamedFigure(string Name, decimal Value);
