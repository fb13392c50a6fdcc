namespace Kaohe.Activities.Effects;

/// <summary>Kinds of the effects that Kaohe's activities ask for; each names the payload record that the handler gets.</summary>
public static class KaoheEffects
{
    /// <summary>Payload <see cref="Effects.OpenTasks"/>: open human tasks. Answered with <see cref="Signals.TaskSignals"/>.</summary>
    public const string OpenTasks = "Kaohe.OpenTasks";

    /// <summary>Payload <see cref="Effects.CloseTasks"/>: close what is still open. No answer.</summary>
    public const string CloseTasks = "Kaohe.CloseTasks";

    /// <summary>Payload <see cref="Effects.ChangeDeadline"/>: give open tasks another last day. No answer.</summary>
    public const string ChangeDeadline = "Kaohe.ChangeDeadline";

    /// <summary>Payload <see cref="Effects.DraftDocument"/>: merge a Word template, have it signed, number and issue it. Answered with <see cref="Signals.DocumentSignals"/>.</summary>
    public const string DraftDocument = "Kaohe.DraftDocument";

    /// <summary>Payload <see cref="Effects.IssueDocument"/>: number and issue a document that was drafted without. Answered with <see cref="Signals.DocumentSignals.Issued"/>.</summary>
    public const string IssueDocument = "Kaohe.IssueDocument";

    /// <summary>Payload <see cref="Effects.GenerateLetter"/>: one PDF letter for each unit. Answered with <see cref="Signals.DocumentSignals"/>.</summary>
    public const string GenerateLetter = "Kaohe.GenerateLetter";

    /// <summary>Payload <see cref="Effects.SendEmail"/>: send a mail. No answer.</summary>
    public const string SendEmail = "Kaohe.SendEmail";

    /// <summary>Payload <see cref="Effects.ComputeScores"/>: compute the year's scores and ranks. Answered with <see cref="Signals.ResultSignals.Scored"/>.</summary>
    public const string ComputeScores = "Kaohe.ComputeScores";

    /// <summary>Payload <see cref="Effects.ProposeGrades"/>: work out 等次建议. Answered with <see cref="Signals.ResultSignals.Proposed"/>.</summary>
    public const string ProposeGrades = "Kaohe.ProposeGrades";

    /// <summary>Payload <see cref="Effects.ApplyGrades"/>: put the 领导组's decisions and their consequences on record. Answered with <see cref="Signals.ResultSignals.Graded"/>.</summary>
    public const string ApplyGrades = "Kaohe.ApplyGrades";

    /// <summary>Payload <see cref="Effects.RecordRectification"/>: a 整改 has moved on. No answer.</summary>
    public const string RecordRectification = "Kaohe.RecordRectification";
}
