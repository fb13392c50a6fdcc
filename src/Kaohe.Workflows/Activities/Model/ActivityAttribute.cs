namespace Kaohe.Workflows.Activities.Model;

/// <summary>Makes a class an activity that definitions may use and the designer shows.</summary>
/// <param name="typeName">Type name in definitions, for example <c>Elsa.If</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute(string typeName) : Attribute
{
    /// <summary>Type name in definitions.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>Version of the type.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Chinese name in the designer.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Chinese category in the designer.</summary>
    public string Category { get; init; } = "流程控制";

    /// <summary>Chinese description in the designer.</summary>
    public string Description { get; init; } = "";

    /// <summary>Action, Trigger, Job or Task, as Elsa names them.</summary>
    public ActivityKind Kind { get; init; } = ActivityKind.Action;

    /// <summary>Whether the designer's picker offers it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Whether it has no input dot.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether it has no outcomes and completes its flowchart or sequence (Elsa: ITerminalNode).</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether it holds a list of activities.</summary>
    public bool IsContainer { get; init; }
}

/// <summary>Kinds of activities, as Elsa's Studio knows them.</summary>
public enum ActivityKind
{
    /// <summary>Runs at once.</summary>
    Action,

    /// <summary>May start a workflow.</summary>
    Trigger,

    /// <summary>Runs in the background.</summary>
    Job,

    /// <summary>May run in the background.</summary>
    Task,
}
