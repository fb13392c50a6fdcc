using Kaohe.Office.Tasks;

namespace Kaohe.Activities.Plans;

/// <summary>Outcomes of activities and of the tasks they open.</summary>
public static class PlanOutcomes
{
    /// <summary>完成.</summary>
    public const string Done = "Done";

    /// <summary>逾期: finished after the deadline, or ended by it.</summary>
    public const string Overdue = "Overdue";

    /// <summary>退回.</summary>
    public const string Returned = "Returned";

    /// <summary>退回 as a button, with a mandatory reason.</summary>
    public static TaskOutcome Return { get; } = new("return", "退回", OutcomeMeaning.Refuses, NeedsComment: true);

    /// <summary>The buttons of an item: 完成, or 同意 for a decision, and 退回 where it may send back.</summary>
    public static IReadOnlyList<TaskOutcome> Of(PlanItem item)
    {
        if (item.Outcomes.Count > 0)
        {
            return item.Outcomes;
        }

        var well = item.IsApproval ? TaskOutcome.Agree : TaskOutcome.Done;
        return item.ReturnsTo is null && !item.ReturnsWhole ? [well] : [well, Return];
    }
}
