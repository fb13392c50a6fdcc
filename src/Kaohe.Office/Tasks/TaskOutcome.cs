namespace Kaohe.Office.Tasks;

/// <summary>What an outcome means to those who count signatures.</summary>
public enum OutcomeMeaning
{
    /// <summary>Work done, or agreed.</summary>
    Agrees,

    /// <summary>Refused, or to be done again.</summary>
    Refuses,
}

/// <summary>One way to finish a task, a button on its page.</summary>
/// <param name="Code">Stable code; the name of the flow's outcome.</param>
/// <param name="Label">Chinese label of the button.</param>
/// <param name="Meaning">What it means in a round of signatures.</param>
/// <param name="NeedsComment">Whether a reason must be written.</param>
public sealed record TaskOutcome(string Code, string Label, OutcomeMeaning Meaning = OutcomeMeaning.Agrees, bool NeedsComment = false)
{
    /// <summary>完成, the only outcome of plain work.</summary>
    public static readonly TaskOutcome Done = new("done", "完成");

    /// <summary>同意.</summary>
    public static readonly TaskOutcome Agree = new("agree", "同意");

    /// <summary>不同意, with a reason.</summary>
    public static readonly TaskOutcome Disagree = new("disagree", "不同意", OutcomeMeaning.Refuses, NeedsComment: true);

    /// <summary>Recorded when the office closes a task; never a button.</summary>
    public static readonly TaskOutcome ClosedByOffice = new("closed", "考核办关闭", OutcomeMeaning.Agrees, NeedsComment: true);
}
