using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Activities.Time;

/// <summary>Adds spans to times without leaving the calendar.</summary>
internal static class Due
{
    /// <summary>The time one span later.</summary>
    /// <exception cref="WorkflowException">The span is negative or leads past the year 9999.</exception>
    public static DateTimeOffset After(DateTimeOffset now, TimeSpan span)
    {
        if (span < TimeSpan.Zero)
        {
            throw new WorkflowException($"时长不能是负数：{span}。");
        }

        return span > DateTimeOffset.MaxValue - now ? throw new WorkflowException($"时长太长：{span}。") : now + span;
    }
}
