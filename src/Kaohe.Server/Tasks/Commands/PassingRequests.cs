using Kaohe.Office.Tasks.Commands;
using Kaohe.Server.Tasks.Reading;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>转办.</summary>
public sealed record HandOverRequest : TaskRequest
{
    /// <summary>To whom.</summary>
    public string To { get; init; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new HandOverTask { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, ToId = To, Reason = Reason });
}

/// <summary>委派: lends the task; it comes back.</summary>
public sealed record DelegateRequest : TaskRequest
{
    /// <summary>To whom.</summary>
    public string To { get; init; } = string.Empty;

    /// <summary>What is wanted.</summary>
    public string Reason { get; init; } = string.Empty;

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new DelegateTask { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, ToId = To, Reason = Reason });
}

/// <summary>交回, or calling back what was lent.</summary>
public sealed record GiveBackRequest : TaskRequest
{
    /// <summary>What was done.</summary>
    public string? Note { get; init; }

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new GiveBackTask { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, Note = Note });
}

/// <summary>退回 to an earlier task of the flow.</summary>
public sealed record ReturnRequest : TaskRequest
{
    /// <summary>The earlier task.</summary>
    public string Target { get; init; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    internal override async Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => new ReturnTask
    {
        OperationId = OperationId,
        ExpectedRevision = ExpectedRevision,
        Actor = desk.Actor,
        At = desk.At,
        TargetId = Target,
        Reason = Reason,
        Target = ReturnTask.Targets(desk.Task, await EarlierTasks.OfAsync(desk.Db, desk.Stored, cancellationToken)).FirstOrDefault(target => target.Id == Target),
    };
}

/// <summary>撤回 what one has submitted.</summary>
public sealed record WithdrawRequest : TaskRequest
{
    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    internal override async Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken)
    {
        var task = desk.Task;
        var round = task.RoundId is { } id ? await TaskStore.FindRoundAsync(desk.Db, id, cancellationToken) : null;
        var running = round?.State == Office.Tasks.Signing.RoundState.Running;
        var opened = running ? round!.OpenedBy(task.SeatId!) : [];
        var since = task.FirstCompletedAt ?? task.EndedAt;
        var rows = await desk.Db.Tasks
            .Where(next => running ? opened.Contains(next.Id) : next.InstanceId == task.InstanceId && next.ItemKey == desk.Stored.Origin.ItemKey && next.CreatedAt >= since)
            .ToListAsync(cancellationToken);
        return new WithdrawTask
        {
            OperationId = OperationId,
            ExpectedRevision = ExpectedRevision,
            Actor = desk.Actor,
            At = desk.At,
            Reason = Reason,
            Next = task.InstanceId is null && !running ? [] : [.. rows.Select(TaskStore.Read).Where(next => next.Id != task.Id)],
            RoundIsRunning = running,
        };
    }
}
