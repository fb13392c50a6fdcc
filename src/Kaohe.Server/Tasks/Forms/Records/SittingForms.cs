using Kaohe.Assessment.Grades;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>考核办 has looked through the scores.</summary>
public sealed class ScoreCheckForm : TaskForm
{
    /// <summary>Whether everything that the computation flagged was dealt with.</summary>
    public bool Checked { get; set; }

    /// <summary>核对情况.</summary>
    public string Note { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.When(!Checked, "checked", "请逐项处理得分表列出的问题后勾选确认；需要重算的请退回。");
        problems.Text("note", Note, "核对情况", 4000);
    }
}

/// <summary>A sitting (联席会议) with its minutes.</summary>
public sealed class SittingForm : TaskForm
{
    /// <summary>When.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>Where.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>参加人员.</summary>
    public string Attendees { get; set; } = string.Empty;

    /// <summary>会议意见.</summary>
    public string Minutes { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Date("heldOn", HeldOn, "会议日期");
        problems.When(HeldOn > context.Today, "heldOn", "会议日期晚于今天，请在会后登记。");
        problems.Text("place", Place, "地点", 200);
        problems.Text("attendees", Attendees, "参加人员", 2000);
        problems.Text("minutes", Minutes, "会议意见");
    }
}

/// <summary>A grade that departs from the proposal, or decides what the proposal left open.</summary>
public sealed class GradeChoiceRow
{
    /// <summary>The unit.</summary>
    public string UnitId { get; set; } = string.Empty;

    /// <summary>The chosen grade.</summary>
    public Grade? Grade { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = string.Empty;
}

/// <summary>领导组审定等次.</summary>
public sealed class GradeDecisionForm : TaskForm
{
    /// <summary>会议纪要 by number or title.</summary>
    public string Minutes { get; set; } = string.Empty;

    /// <summary>Where the 领导组 departs from the proposal or decides; every other unit gets its proposal.</summary>
    public List<GradeChoiceRow> Choices { get; set; } = [];

    /// <summary>Why there are more 好 than seats; empty within the quota.</summary>
    public string OverQuotaReason { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Proposals;

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Text("minutes", Minutes, "会议纪要", 200);
        foreach (var open in context.Facts.Proposals.Where(proposal => proposal.Proposed is null && Choices.TrueForAll(choice => choice.UnitId != proposal.UnitId)))
        {
            problems.Add($"choices[{open.UnitId}].grade", $"{context.Facts.Book.NameOf(open.UnitId)}须由领导组审定等次，请选择。");
        }

        foreach (var choice in Choices)
        {
            var path = $"choices[{choice.UnitId}]";
            var name = context.Facts.Book.NameOf(choice.UnitId);
            problems.When(context.Facts.Proposals.All(proposal => proposal.UnitId != choice.UnitId), path, $"“{choice.UnitId}”没有等次建议，请核对单位。");
            problems.When(choice.Grade is null, $"{path}.grade", $"请选择{name}的等次。");
            problems.When(string.IsNullOrWhiteSpace(choice.Reason), $"{path}.reason", $"{name}的等次与建议不一致或由领导组决定，请写明理由。");
        }
    }
}
