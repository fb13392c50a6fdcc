namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>督查计划.</summary>
public sealed class SupervisionPlanForm : TaskForm
{
    /// <summary>First day on site.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day on site.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>督查重点.</summary>
    public string Focus { get; set; } = string.Empty;

    /// <summary>方式和要求.</summary>
    public string Method { get; set; } = string.Empty;

    /// <summary>Whether the teams and their recusals were looked through.</summary>
    public bool TeamsChecked { get; set; }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Period("from", From, "until", Until, "督查");
        problems.Text("focus", Focus, "督查重点");
        problems.Text("method", Method, "方式和要求");
        problems.When(!TeamsChecked, "teamsChecked", "请核对下面的督查组分工和回避情况，再勾选确认。");
    }
}
