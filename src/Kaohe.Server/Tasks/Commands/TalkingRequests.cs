using System.Text.Json.Serialization;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Commands;

/// <summary>催办.</summary>
public sealed record UrgeRequest : TaskRequest
{
    /// <summary>Words to the person.</summary>
    public string? Message { get; init; }

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new UrgeTask { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, Message = Message });
}

/// <summary>留言.</summary>
public sealed record CommentRequest : TaskRequest
{
    /// <summary>The comment.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>People mentioned.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new AddComment { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, Text = Text, MentionIds = Mentions });
}

/// <summary>抄送.</summary>
public sealed record CopyRequest : TaskRequest
{
    /// <summary>To whom.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Words to them.</summary>
    public string? Note { get; init; }

    internal override Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => Task.FromResult<TaskCommand>(
        new CopyTask { OperationId = OperationId, ExpectedRevision = ExpectedRevision, Actor = desk.Actor, At = desk.At, ToIds = To, Note = Note });
}

/// <summary>加签.</summary>
public sealed record AddSignersRequest : TaskRequest
{
    /// <summary>Whom.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Where they stand.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SeatPlacement>))]
    public SeatPlacement Placement { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    internal override async Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => new AddSigners
    {
        OperationId = OperationId,
        ExpectedRevision = ExpectedRevision,
        Actor = desk.Actor,
        At = desk.At,
        PersonIds = People,
        Placement = Placement,
        Reason = Reason,
        Round = desk.Task.RoundId is { } round ? await TaskStore.FindRoundAsync(desk.Db, round, cancellationToken) : null,
    };
}

/// <summary>减签.</summary>
public sealed record RemoveSignerRequest : TaskRequest
{
    /// <summary>The seat to take away.</summary>
    public string Seat { get; init; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    internal override async Task<TaskCommand> ToCommandAsync(TaskRequestDesk desk, CancellationToken cancellationToken) => new RemoveSigner
    {
        OperationId = OperationId,
        ExpectedRevision = ExpectedRevision,
        Actor = desk.Actor,
        At = desk.At,
        SeatId = Seat,
        Reason = Reason,
        Round = desk.Task.RoundId is { } round ? await TaskStore.FindRoundAsync(desk.Db, round, cancellationToken) : null,
    };
}
