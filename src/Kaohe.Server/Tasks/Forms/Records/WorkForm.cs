namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>Free work: what was done.</summary>
public sealed class WorkForm : TaskForm
{
    /// <summary>办理情况.</summary>
    public string Report { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems) => problems.Text("report", Report, "办理情况");
}
