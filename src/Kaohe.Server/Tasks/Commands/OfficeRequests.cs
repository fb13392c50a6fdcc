using Kaohe.Office.Tasks.Commands;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>改期限, with a reason.</summary>
public sealed record ChangeDeadlineRequest : TaskRequest
{
    /// <summary>New last day.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new ChangeDeadline { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, Date = Date, Reason = Reason });
}

/// <summary>换人.</summary>
public sealed record SubstituteRequest : TaskRequest
{
    /// <summary>To whom.</summary>
    public string To { get; init; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new SubstituteAssignee { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, ToId = To, Reason = Reason });
}

/// <summary>关闭, with a reason; the flow goes on.</summary>
public sealed record CloseRequest : TaskRequest
{
    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new CloseTask { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, Reason = Reason });
}
