using System.Text.Json;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Signing;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Tasks;

/// <summary>A row of the table in ADR 0007.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="Make">The command, sent by whom the row is about.</param>
internal sealed record CellCommand(string Name, Func<GivenCell, HumanTask, TaskCommand> Make);

/// <summary>Every command that a person can send, in the order of the table.</summary>
internal static class CellCommands
{
    public static readonly CellCommand Claim = new("签收", (cell, task) => new ClaimTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At });
    public static readonly CellCommand Release = new("放回", (cell, task) => new ReleaseTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At });
    public static readonly CellCommand Draft = new("存草稿", (cell, task) => new SaveDraft { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At, Data = JsonSerializer.SerializeToElement(new { text = "草稿" }) });
    public static readonly CellCommand Agree = new("同意", (cell, task) => new CompleteTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At, OutcomeCode = "agree" });
    public static readonly CellCommand Disagree = new("不同意", (cell, task) => new CompleteTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At, OutcomeCode = "disagree", Opinion = "不实" });
    public static readonly CellCommand HandOver = new("转办", (cell, task) => new HandOverTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At, ToId = UnitHandler2.Id, Reason = "分管" });
    public static readonly CellCommand Delegate = new("委派", (cell, task) => new DelegateTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At, ToId = UnitHead.Id, Reason = "先看" });
    public static readonly CellCommand GiveBack = new("交回", (cell, task) => new GiveBackTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At });
    public static readonly CellCommand Return = new("退回", (cell, task) => new ReturnTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At, TargetId = "report", Target = cell.Report, Reason = "数据未认定" });
    public static readonly CellCommand Withdraw = new("撤回", (cell, task) => new WithdrawTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At, Next = cell.Next, RoundIsRunning = cell.Round is { State: RoundState.Running } });
    public static readonly CellCommand AddBefore = Add("前加签", SeatPlacement.Before);
    public static readonly CellCommand AddAfter = Add("后加签", SeatPlacement.After);
    public static readonly CellCommand AddBeside = Add("并加签", SeatPlacement.Beside);
    public static readonly CellCommand Remove = new("减签（减本人）", (cell, task) => new RemoveSigner { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Clerk, At = cell.At, SeatId = task.SeatId ?? "1", Reason = "不需要", Round = cell.Round });
    public static readonly CellCommand Urge = new("催办", (cell, _) => new UrgeTask { OperationId = cell.Operation(), Actor = cell.Clerk, At = cell.At });
    public static readonly CellCommand Copy = new("抄送", (cell, _) => new CopyTask { OperationId = cell.Operation(), Actor = cell.Holder, At = cell.At, ToIds = [Chief.Id] });
    public static readonly CellCommand Comment = new("留言", (cell, _) => new AddComment { OperationId = cell.Operation(), Actor = cell.Clerk, At = cell.At, Text = "请注意" });
    public static readonly CellCommand Deadline = new("改期限", (cell, _) => new ChangeDeadline { OperationId = cell.Operation(), Actor = cell.Clerk, At = cell.At, Date = new DateOnly(2026, 3, 20), Reason = "延期" });
    public static readonly CellCommand Substitute = new("换人", (cell, task) => new SubstituteAssignee { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Clerk, At = cell.At, ToId = UnitHandler2.Id, Reason = "调离" });
    public static readonly CellCommand Close = new("关闭", (cell, task) => new CloseTask { OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Clerk, At = cell.At, Reason = "已调离" });

    public static IReadOnlyList<CellCommand> All { get; } =
    [
        Claim, Release, Draft, Agree, Disagree, HandOver, Delegate, GiveBack, Return, Withdraw, AddBefore, AddAfter, AddBeside, Remove, Urge, Copy, Comment, Deadline, Substitute, Close,
    ];

    private static CellCommand Add(string name, SeatPlacement placement) => new(name, (cell, task) => new AddSigners
    {
        OperationId = cell.Operation(), ExpectedRevision = task.Revision, Actor = cell.Holder, At = cell.At, PersonIds = [OtherUnit.Id], Placement = placement, Reason = "请其把关", Round = cell.Round,
    });
}

/// <summary>Words of the table.</summary>
internal static class CellWords
{
    public static IReadOnlyList<(string Name, SigningMode? Mode)> Modes { get; } =
        [("一人", null), ("会签", SigningMode.All), ("或签", SigningMode.Any), ("按人数", SigningMode.Count), ("依次", SigningMode.InTurn)];

    public static IReadOnlyList<TaskState> States { get; } =
    [
        TaskState.Open, TaskState.Assigned, TaskState.Delegated, TaskState.Waiting, TaskState.Suspended, TaskState.Completed, TaskState.Closed, TaskState.NotNeeded, TaskState.Cancelled,
    ];

    public static string Of(TaskState state) => state switch
    {
        TaskState.Open => "待签收",
        TaskState.Assigned => "办理中",
        TaskState.Delegated => "委派中",
        TaskState.Waiting => "未轮到",
        TaskState.Suspended => "等待重报",
        TaskState.Completed => "已办结",
        TaskState.Closed => "已关闭",
        TaskState.NotNeeded => "不需办理",
        _ => "已取消",
    };

    public static string Of(RoundState state) => state switch
    {
        RoundState.Running => "签署中",
        RoundState.Paused => "暂停",
        RoundState.Passed => "通过",
        RoundState.Refused => "未通过",
        _ => "无人签署",
    };
}
