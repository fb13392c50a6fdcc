using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Forms;

namespace Kaohe.Server.Tasks.Inbox;

/// <summary>
/// 批量通过 is for approvals that ask for nothing but the answer. A form must be read and filled in, a document must be read and signed with the person's
/// own PIN: those are approved one by one.
/// </summary>
/// <param name="task">The task.</param>
public sealed class ApprovalMustNeedNothingElse(HumanTask task) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => task switch
    {
        { Kind: TaskKinds.SignOff } => "签发公文要读原文、验本人签名密码，请逐件签发。",
        { IsApproval: false } => "不是审批任务，请打开办理。",
        _ when TaskForms.New(task.Kind) is not null => "要填写办理表，请打开办理。",
        _ => "通过要写意见，请打开办理。",
    };

    /// <summary>The outcome that says yes without a word; null when there is none.</summary>
    /// <param name="task">The task.</param>
    public static TaskOutcome? OutcomeOf(HumanTask task) =>
        task.Outcomes.FirstOrDefault(outcome => outcome is { Meaning: OutcomeMeaning.Agrees, NeedsComment: false });

    /// <inheritdoc/>
    public override bool IsBroken() =>
        !task.IsApproval || task.Kind == TaskKinds.SignOff || TaskForms.New(task.Kind) is not null || task.FormId is not null || OutcomeOf(task) is null;
}
