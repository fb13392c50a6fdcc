using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Waits for working days (节假日和调休 as the 国办 notice says), until the office opens on the day reached.</summary>
[Activity("Kaohe.WorkingDayDelay", DisplayName = "等待工作日", Category = "任务", Kind = ActivityKind.Task, Description = "等待若干工作日、天、月，或等到某一天，上午九点继续；遇休息日顺延。")]
[Outcomes("Done|完成")]
public sealed class WorkingDayDelay : Activity
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>How long.</summary>
    [Input(DisplayName = "等待", Description = "例如“3个工作日”“10天”“1个月”“2027-03-01”。", DefaultValue = "1个工作日", AutoEvaluate = false)]
    public Input<string> Period { get; } = new("1个工作日");

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var reading = DeadlineSpec.Parse(context.Get(Period));
        if (reading.Spec is not { } spec)
        {
            throw new WorkflowException($"“等待工作日”的时长不对：{reading.Problem!.Message}");
        }

        var calendar = ActivityCalendar.Current;
        var until = OfficeTime.At(calendar.OnOrAfter(spec.Resolve(OfficeTime.DateOf(context.Now), calendar).Date).Date, Morning);
        context.AddJournalData("ResumeAt", until);
        if (until <= context.Now)
        {
            context.Complete();
            return;
        }

        context.CreateBookmark(new Dictionary<string, object?> { ["ResumeAt"] = until }, dueAt: until);
    }
}
