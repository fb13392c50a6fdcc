namespace Kaohe.Workflows.Activities.Model;

/// <summary>Describes an input property of an activity to the designer and the engine.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>Chinese name in the designer.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Chinese help in the designer.</summary>
    public string Description { get; init; } = "";

    /// <summary>Editor, by Elsa's hint names (<see cref="UIHints"/>).</summary>
    public string UIHint { get; init; } = UIHints.SingleLine;

    /// <summary>Fixed choices, each <c>value|text</c>.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>Name of the host's list of choices (roles, templates, units, forms, audiences, people); empty when the choices are fixed.</summary>
    public string OptionsProvider { get; init; } = "";

    /// <summary>Expression type that the designer offers first.</summary>
    public string DefaultSyntax { get; init; } = "Literal";

    /// <summary>Default shown in the designer; null when none.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>Group in the designer's panel; empty when ungrouped.</summary>
    public string Category { get; init; } = "";

    /// <summary>Whether it is evaluated before the activity runs. Conditions of loops are not.</summary>
    public bool AutoEvaluate { get; init; } = true;

    /// <summary>Whether the designer shows it.</summary>
    public bool IsBrowsable { get; init; } = true;
}

/// <summary>Describes an output property of an activity.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>Chinese name in the designer.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Chinese help in the designer.</summary>
    public string Description { get; init; } = "";
}

/// <summary>A property of type <see cref="Activity"/> that holds a nested activity.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PortAttribute : Attribute
{
    /// <summary>Name in definitions; empty means the property's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Chinese name in the designer.</summary>
    public string DisplayName { get; init; } = "";
}

/// <summary>Outcomes that an activity may end with, each <c>name</c> or <c>name|text</c>.</summary>
/// <param name="names">The outcomes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutcomesAttribute(params string[] names) : Attribute
{
    /// <summary>The outcomes.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
