namespace Kaohe.Workflows.Execution.Effects;

/// <summary>Kinds of the engine's own effects. Kaohe's activities add theirs.</summary>
public static class EffectKinds
{
    /// <summary>Payload <see cref="WriteLineEffect"/>: text for the host's log.</summary>
    public const string WriteLine = "Elsa.WriteLine";

    /// <summary>Payload <see cref="PublishEventEffect"/>: trigger an event for other instances.</summary>
    public const string PublishEvent = "Elsa.PublishEvent";

    /// <summary>Payload <see cref="RunTaskEffect"/>: tell the application that a task waits for it.</summary>
    public const string RunTask = "Elsa.RunTask";

    /// <summary>Payload <see cref="DispatchWorkflowEffect"/>: start another instance.</summary>
    public const string DispatchWorkflow = "Elsa.DispatchWorkflow";

    /// <summary>Payload <see cref="ResumeParentEffect"/>: tell the parent that its child has finished.</summary>
    public const string ResumeParent = "Elsa.ResumeParent";
}
