using Kaohe.Workflows.Activities.ControlFlow;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Workflows.Activities.Composition;

/// <summary>Starts one workflow for each item of a list.</summary>
[Activity(TypeName, DisplayName = "批量派发流程", Description = "对列表里的每一项各启动一个流程，可等待全部完成。", Kind = ActivityKind.Task)]
[Outcomes("Completed|全部完成", "Canceled|已取消", "Done|已派发")]
public sealed class BulkDispatchWorkflows : ChildWorkflow
{
    /// <summary>Type name.</summary>
    public const string TypeName = "Elsa.BulkDispatchWorkflows";

    private const string Dispatched = "DispatchedInstancesCount";
    private const string Completed = "CompletedInstancesCount";
    private const string ParentKey = "ParentInstanceId";

    /// <summary>The items.</summary>
    [Input(DisplayName = "列表", DefaultSyntax = "JavaScript")]
    public Input<object> Items { get; } = new();

    /// <summary>Name under which a new instance gets its item; items that are objects are given as they are.</summary>
    [Input(DisplayName = "每项的输入名", DefaultValue = "Item")]
    public Input<string> DefaultItemInputKey { get; } = new("Item");

    /// <summary>Correlation id of each new instance; sees the item under the input name.</summary>
    [Input(DisplayName = "关联编号", DefaultSyntax = "JavaScript", AutoEvaluate = false)]
    public Input<string> CorrelationIdFunction { get; } = new();

    /// <summary>Whether to wait for all.</summary>
    [Input(DisplayName = "等待完成", UIHint = UIHints.Checkbox, DefaultValue = true)]
    public Input<bool> WaitForCompletion { get; } = new(true);

    /// <summary>Run whenever one has finished well.</summary>
    [Port(Name = "ChildCompleted", DisplayName = "每完成一个")]
    public Activity? ChildCompletedPort { get; set; }

    /// <summary>Run whenever one has failed.</summary>
    [Port(DisplayName = "每失败一个")]
    public Activity? ChildFaulted { get; set; }

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var items = ItemSource.From(context.Get(Items));
        var definitionId = FindPublished(context).Definition.DefinitionId;
        foreach (var item in items)
        {
            context.Emit(EffectKinds.DispatchWorkflow, Request(context, definitionId, item));
        }

        context.SetProperty(Dispatched, items.Count);
        if (!context.Get(WaitForCompletion) || items.Count == 0)
        {
            context.Complete("Done");
            return;
        }

        context.CreateBookmark(
            new Dictionary<string, object?> { [ParentKey] = context.WorkflowInstanceId }, callback: nameof(Resume), includeInstance: true, autoBurn: false,
            metadata: new Dictionary<string, string> { ["Prefix"] = $"{context.Id}." });
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark)
    {
        context.SetProperty(Completed, context.GetProperty<int>(Completed) + 1);
        var input = context.WorkflowInput;
        var body = input.GetValueOrDefault(ChildFinished.WorkflowSubStatus) switch
        {
            nameof(WorkflowSubStatus.Faulted) => ChildFaulted,
            nameof(WorkflowSubStatus.Finished) => ChildCompletedPort,
            _ => null,
        };
        if (body is null)
        {
            CompleteWhenAllAreDone(context);
        }
        else
        {
            context.Schedule(body, dynamicVariables: new Dictionary<string, object?> { ["ChildInstanceId"] = input.GetValueOrDefault(ChildFinished.WorkflowInstanceId) });
        }
    }

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes) => CompleteWhenAllAreDone(context);

    internal static bool Owns(Bookmark bookmark, string childInstanceId) =>
        bookmark.Metadata?.GetValueOrDefault("Prefix") is { } prefix && childInstanceId.StartsWith(prefix, StringComparison.Ordinal);

    private static void CompleteWhenAllAreDone(ActivityExecutionContext context)
    {
        if (context.GetProperty<int>(Completed) >= context.GetProperty<int>(Dispatched))
        {
            context.Complete("Completed", "Done");
        }
    }

    private DispatchWorkflowEffect Request(ActivityExecutionContext context, string definitionId, object? item)
    {
        var key = context.Get(DefaultItemInputKey) ?? "Item";
        var input = ChildInput(context);
        foreach (var (name, value) in item as Dictionary<string, object?> ?? new Dictionary<string, object?> { [key] = item })
        {
            input[name] = value;
        }

        // The function sees the item as a loop variable for the length of one evaluation.
        var correlation = CorrelationIdFunction.Expression is null ? null : context.EvaluateWith(CorrelationIdFunction, key, item);
        return new DispatchWorkflowEffect($"{context.Id}.{context.NextId('c')}", definitionId, input, correlation, context.WorkflowInstanceId);
    }
}
