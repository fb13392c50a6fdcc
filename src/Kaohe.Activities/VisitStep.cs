using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities;

/// <summary>A step that takes place while the 考核组 is with the unit: what a unit is asked for is due when its visit ends, and the step not before the last visit.</summary>
public abstract class VisitStep : StepActivity
{
    /// <summary>The rows of the 进驻安排: objects with unitId, arrives and leaves.</summary>
    [Input(DisplayName = "进驻安排", Description = "取考核预告的“进驻安排”：每个单位的任务到它的离开日期为止，环节不早于最后一个离开日期结束；不填则都按完成期限。", Category = Time)]
    public Input<object> Visits { get; } = new();

    /// <inheritdoc/>
    protected sealed override IReadOnlyDictionary<string, DateOnly> LastDaysOf(ActivityExecutionContext context) => UnitDays.OfVisits(context.Get(Visits));
}
