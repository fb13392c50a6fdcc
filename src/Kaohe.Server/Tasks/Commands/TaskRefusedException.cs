namespace Kaohe.Server.Tasks.Commands;

/// <summary>The domain refuses what a form would do; the transaction is given up.</summary>
internal sealed class TaskRefusedException(TaskAnswer answer) : Exception(answer.Problems[0].Message)
{
    public TaskAnswer Answer { get; } = answer;
}
