using Kaohe.Activities;
using Kaohe.Office.Tasks;

namespace Kaohe.Server.Mail.Links;

/// <summary>What the page behind a mail link lets its person do. Everything else needs the task's own page, after signing in.</summary>
public enum LinkAct
{
    /// <summary>Read, and go to the task's page.</summary>
    Read,

    /// <summary>签收 a document.</summary>
    Receipt,

    /// <summary>Confirm that the 考核预告 is posted, with a photo.</summary>
    Posting,

    /// <summary>Answer for something by signature, with the PIN.</summary>
    Signature,

    /// <summary>Decide (同意, 签发, 退回), with the PIN.</summary>
    Decision,
}

/// <summary>Which tasks can be done behind a link.</summary>
public static class LinkActs
{
    private static readonly string[] _decisions =
    [
        TaskKinds.Approval, TaskKinds.SignOff, TaskKinds.MeetingCheck, TaskKinds.GradeProposalCheck, TaskKinds.RectificationReview, TaskKinds.RectificationApproval,
        TaskKinds.RectificationClosing,
    ];

    /// <summary>What may be done with a task; a confidential one is read and done after signing in only.</summary>
    public static LinkAct Of(HumanTask task) => task switch
    {
        { IsLive: false } or { IsConfidential: true } => LinkAct.Read,
        { Kind: TaskKinds.Receipt } => LinkAct.Receipt,
        { Kind: TaskKinds.NoticePosting } => LinkAct.Posting,
        { Kind: TaskKinds.SelfAssessmentSignature } => LinkAct.Signature,
        _ => _decisions.Contains(task.Kind) ? LinkAct.Decision : LinkAct.Read,
    };

    /// <summary>Whether the person has to prove with PIN or password that it is them.</summary>
    public static bool NeedsSecret(LinkAct act) => act is LinkAct.Signature or LinkAct.Decision;
}
