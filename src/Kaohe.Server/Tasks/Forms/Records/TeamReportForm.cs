namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>考核组报告 on a unit.</summary>
public sealed class TeamReportForm : TaskForm
{
    /// <summary>目标任务完成情况.</summary>
    public string Performance { get; set; } = string.Empty;

    /// <summary>主要成绩.</summary>
    public string Achievements { get; set; } = string.Empty;

    /// <summary>存在问题.</summary>
    public string Shortcomings { get; set; } = string.Empty;

    /// <summary>综合评价意见.</summary>
    public string Opinion { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Text("performance", Performance, "目标任务完成情况");
        problems.Text("achievements", Achievements, "主要成绩");
        problems.Text("shortcomings", Shortcomings, "存在问题");
        problems.Text("opinion", Opinion, "综合评价意见");
    }
}
