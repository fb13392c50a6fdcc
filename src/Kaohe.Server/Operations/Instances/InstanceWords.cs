using Kaohe.Server.Shell.Components;
using Kaohe.Storage.Instances;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Values;

namespace Kaohe.Server.Operations.Instances;

/// <summary>What operators read about instances, in Chinese.</summary>
public static class InstanceWords
{
    /// <summary>The statuses that can be filtered by.</summary>
    public static IReadOnlyList<(string Value, string Text)> StatusChoices { get; } =
        [.. new[] { WorkflowSubStatus.Suspended, WorkflowSubStatus.Faulted, WorkflowSubStatus.Finished, WorkflowSubStatus.Cancelled }.Select(status => (status.ToString(), Status(status)))];

    /// <summary>A status as a word.</summary>
    /// <param name="status">The finer status.</param>
    public static string Status(WorkflowSubStatus status) => status switch
    {
        WorkflowSubStatus.Pending => "未开始",
        WorkflowSubStatus.Executing => "执行中",
        WorkflowSubStatus.Suspended => "等待中",
        WorkflowSubStatus.Finished => "完成",
        WorkflowSubStatus.Cancelled => "已取消",
        WorkflowSubStatus.Faulted => "异常",
        _ => "中断",
    };

    /// <summary>The colour of a status.</summary>
    /// <param name="status">The finer status.</param>
    public static StateTone Tone(WorkflowSubStatus status) => status switch
    {
        WorkflowSubStatus.Executing or WorkflowSubStatus.Suspended => StateTone.Active,
        WorkflowSubStatus.Finished => StateTone.Done,
        WorkflowSubStatus.Faulted or WorkflowSubStatus.Interrupted => StateTone.Overdue,
        _ => StateTone.Idle,
    };

    /// <summary>What happened, as a word.</summary>
    /// <param name="eventName">Name of the event in the journal.</param>
    public static string Event(string eventName) => eventName switch
    {
        "Started" => "开始",
        "Suspended" => "等待",
        "Resumed" => "继续",
        "Completed" => "完成",
        "Canceled" => "取消",
        "Faulted" => "异常",
        "Retried" => "重试",
        "Migrated" => "迁移",
        "VariablesChanged" => "修改变量",
        "OutputsRevised" => "更新结果",
        _ => eventName,
    };

    /// <summary>The colour of what happened.</summary>
    /// <param name="eventName">Name of the event in the journal.</param>
    public static StateTone EventTone(string eventName) => eventName switch
    {
        "Completed" => StateTone.Done,
        "Faulted" => StateTone.Overdue,
        "Suspended" => StateTone.Soon,
        "Started" or "Resumed" or "Retried" or "Migrated" or "VariablesChanged" or "OutputsRevised" => StateTone.Active,
        _ => StateTone.Idle,
    };

    /// <summary>An activity as the office named it: its own display name, else the type's Chinese name, else its path.</summary>
    /// <param name="workflow">The version; null when unknown.</param>
    /// <param name="registry">Activity types.</param>
    /// <param name="nodeId">Path of the activity.</param>
    public static string Activity(CompiledWorkflow? workflow, ActivityRegistry registry, string nodeId)
    {
        if (workflow?.FindNode(nodeId) is not { } activity)
        {
            return nodeId;
        }

        return activity == workflow.Root
            ? "整个流程"
            : activity.Name is { Length: > 0 } name ? name
            : registry.Descriptors.FirstOrDefault(descriptor => descriptor.TypeName == activity.Type) is { DisplayName.Length: > 0 } type ? type.DisplayName
            : activity.Id;
    }

    /// <summary>The variables of an instance with their values.</summary>
    /// <param name="detail">The instance.</param>
    /// <param name="registry">Activity types.</param>
    public static IReadOnlyList<InstanceVariable> Variables(InstanceView detail, ActivityRegistry registry) =>
    [
        .. detail.State.Input.Select(input => new InstanceVariable("输入", input.Key, WorkflowStateSerializer.Serialize(input.Value))),
        .. from execution in detail.State.ActivityExecutionContexts
           from variable in execution.Variables ?? []
           let declared = detail.Workflow?.FindNode(execution.NodeId)?.Variables.FirstOrDefault(declared => declared.Id == variable.Key)
           select new InstanceVariable(Activity(detail.Workflow, registry, execution.NodeId), declared?.Name ?? variable.Key, WorkflowStateSerializer.Serialize(variable.Value)),
        .. detail.State.Output.Select(output => new InstanceVariable("输出", output.Key, WorkflowStateSerializer.Serialize(output.Value))),
    ];

    /// <summary>What an instance waits for, in one sentence.</summary>
    /// <param name="bookmark">The bookmark.</param>
    public static string Waits(BookmarkRow bookmark) => bookmark.DueAt is not null ? "等到时间" : bookmark.Name switch
    {
        "Elsa.Event" => $"等事件{Payload(bookmark, "EventName")}",
        "Elsa.RunTask" => "等外部任务的结果",
        _ => "等人办理",
    };

    private static string? Payload(BookmarkRow bookmark, string name) =>
        bookmark.Payload is { } json && PlainValue.Parse(json) is Dictionary<string, object?> members && members.TryGetValue(name, out var value) ? $"“{value}”" : null;
}
