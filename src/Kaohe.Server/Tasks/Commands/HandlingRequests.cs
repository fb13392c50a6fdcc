using System.Text.Json;
using Kaohe.Office.Tasks.Commands;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>签收.</summary>
public sealed record ClaimRequest : TaskRequest
{
    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new ClaimTask { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At });
}

/// <summary>放回.</summary>
public sealed record ReleaseRequest : TaskRequest
{
    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new ReleaseTask { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At });
}

/// <summary>存草稿.</summary>
public sealed record DraftRequest : TaskRequest
{
    /// <summary>What is filled in so far; nothing is checked.</summary>
    public JsonElement Data { get; init; }

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new SaveDraft { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, Data = Data });
}

/// <summary>办结: submits the form with an outcome.</summary>
public sealed record CompleteRequest : TaskRequest
{
    /// <summary>Code of the outcome; the task's only one when left out.</summary>
    public string? Outcome { get; init; }

    /// <summary>Opinion.</summary>
    public string? Opinion { get; init; }

    /// <summary>The form; null when the kind asks for none.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>PIN or password, where a signature is given; asked for again each time and kept nowhere.</summary>
    public string? Secret { get; init; }

    internal override async Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken)
    {
        var outcome = Outcome ?? (desk.Task.Outcomes is [var only] ? only.Code : string.Empty);
        var form = await desk.Forms.ReadAsync(desk.Db, desk.Stored, outcome, Data, desk.Actor, desk.At, cancellationToken);
        return new CompleteTask
        {
            OperationId = OperationId,
            ExpectedRevision = ExpectedRevision,
            Actor = desk.Actor,
            At = desk.At,
            OutcomeCode = outcome,
            Opinion = string.IsNullOrWhiteSpace(Opinion) ? null : Opinion.Trim(),
            Data = form.Data,
            Findings = form.Problems,
        };
    }
}
