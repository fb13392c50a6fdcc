using Kaohe.Activities.Effects;
using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>What the building blocks that wait for people share.</summary>
public abstract class TaskBlock : PlannedActivity
{
    private const string Outcome = "Outcome";
    private const string Time = "时限";
    private const string Several = "多人办理";
    private const string Back = "退回";

    /// <summary>Title of the task.</summary>
    [Input(DisplayName = "标题", Description = "待办列表里显示的名称。")]
    public Input<string> Title { get; } = new();

    /// <summary>What to do.</summary>
    [Input(DisplayName = "办理要求", UIHint = UIHints.MultiLine)]
    public Input<string> Instructions { get; } = new();

    /// <summary>Role that does it.</summary>
    [Input(DisplayName = "办理角色", UIHint = UIHints.Dropdown, OptionsProvider = "roles")]
    public Input<string> Role { get; } = new();

    /// <summary>Post or person that narrows the role.</summary>
    [Input(DisplayName = "职务或人员", Description = "可选单位主要负责人或某一个人；不填为该角色的所有人。", UIHint = UIHints.Dropdown, OptionsProvider = "people")]
    public Input<string> PostOrPerson { get; } = new();

    /// <summary>Who may have it, when role and post do not say it.</summary>
    [Input(DisplayName = "办理人", Description = "人员编号、role:角色、unit:单位、post:单位/职务，每行一个，可用表达式给出列表；填写后不看上面的角色和职务。依次办理时按这里的顺序。",
        UIHint = UIHints.MultiText, Category = Several)]
    public Input<object> Candidates { get; } = new();

    /// <summary>How several people deal with it.</summary>
    [Input(DisplayName = "多人办理方式", UIHint = UIHints.Dropdown, Category = Several,
        Options = ["|一人办理（候选人签收）", "all|会签（全部同意）", "any|或签（一人办理即可）", "count|按人数通过", "inTurn|依次"])]
    public Input<string> Signing { get; } = new();

    /// <summary>How many must agree.</summary>
    [Input(DisplayName = "须同意人数", Description = "用于“按人数通过”。", Category = Several)]
    public Input<int?> RequiredCount { get; } = new();

    /// <summary>What happens to earlier answers when what was sent back comes again.</summary>
    [Input(DisplayName = "退回重报后", UIHint = UIHints.Dropdown, Options = ["keep|已签意见有效", "again|全部重新签"], DefaultValue = "keep", Category = Several)]
    public Input<string> AfterReturn { get; } = new("keep");

    /// <summary>Which earlier tasks it may be sent back to.</summary>
    [Input(DisplayName = "退回范围", UIHint = UIHints.Dropdown, Options = ["any|前面任何一个任务", "previous|只退上一任务", "none|不得退回"], DefaultValue = "any", Category = Back)]
    public Input<string> ReturnReach { get; } = new("any");

    /// <summary>Only to these.</summary>
    [Input(DisplayName = "只可退回到", Description = "前面任务的标题，每行一个；不填不限。", UIHint = UIHints.MultiText, Category = Back)]
    public Input<object> ReturnTargets { get; } = new();

    /// <summary>Whether the deadline stands still while it waits for a resubmission.</summary>
    [Input(DisplayName = "退回期间停表", UIHint = UIHints.Dropdown, Options = ["|按统一规定", "yes|停表", "no|不停"], Category = Back)]
    public Input<string> PausesWhileReturned { get; } = new();

    /// <summary>For whom.</summary>
    [Input(DisplayName = "对象", Description = "不填为本流程的单位，没有单位则办一次；也可选全部、县市区、市直部门、考核组，或列出单位。", UIHint = UIHints.Dropdown, OptionsProvider = "audiences", AutoEvaluate = false)]
    public Input<object> Audience { get; } = new();

    /// <summary>The deadline.</summary>
    [Input(DisplayName = "完成期限", Description = "例如“10个工作日”“1个月”“2027-01-15”；不填则没有期限。", Category = Time, AutoEvaluate = false)]
    public Input<string> Deadline { get; } = new();

    /// <summary>When to remind.</summary>
    [Input(DisplayName = "到期前催办", Description = "提前的工作日数，用逗号隔开，例如“5,2,0”，0 是当天；上午九点发出。", DefaultValue = ReminderText.DefaultReminders, Category = Time)]
    public Input<string> Reminders { get; } = new(ReminderText.DefaultReminders);

    /// <summary>Whom to tell after the deadline.</summary>
    [Input(DisplayName = "逾期报告", Description = "逾期后最后报告这个角色；选空则逾期不报告。", UIHint = UIHints.Dropdown, OptionsProvider = "roles", DefaultValue = "office", Category = Time)]
    public Input<string> EscalationRole { get; } = new("office");

    /// <summary>How many working days after the deadline each is told.</summary>
    [Input(DisplayName = "逾期逐级报告", Description = ReminderText.LadderHelp, DefaultValue = ReminderText.DefaultLadder, Category = Time)]
    public Input<string> EscalationLadder { get; } = new(ReminderText.DefaultLadder);

    /// <summary>Whether the deadline ends it.</summary>
    [Input(DisplayName = "到期即结束", Description = "勾选后，到期未办的任务关闭，流程走“逾期”；不勾选则继续等待。", UIHint = UIHints.Checkbox, Category = Time)]
    public Input<bool> EndsAtDeadline { get; } = new();

    /// <summary>The outcome code that the person chose.</summary>
    [Output(DisplayName = "办理结果")]
    public Output<string> ChosenOutcome { get; } = new();

    /// <summary>What the person wrote.</summary>
    [Output(DisplayName = "意见")]
    public Output<string> Comment { get; } = new();

    /// <summary>Who did it.</summary>
    [Output(DisplayName = "办理人")]
    public Output<string> CompletedBy { get; } = new();

    /// <summary>What was submitted.</summary>
    [Output(DisplayName = "提交内容")]
    public Output<object> Data { get; } = new();

    /// <summary>The task; an approval that follows shows what was submitted there.</summary>
    [Output(DisplayName = "任务编号")]
    public Output<string> TaskId { get; } = new();

    /// <summary>Role where the office names none.</summary>
    protected virtual string DefaultRole => Office.People.Role.Office.Code;

    /// <summary>Title where the office writes none.</summary>
    protected abstract string DefaultTitle { get; }

    /// <summary>Whether late work ends as 逾期 although it was done; a decision that comes late is still the decision.</summary>
    protected virtual bool LateIsOverdue => false;

    /// <summary>When it is complete.</summary>
    protected virtual CompletionRule CompletionOf(ActivityExecutionContext context) => CompletionRule.AllDone;

    /// <summary>The outcome for a good end.</summary>
    /// <param name="chosen">The outcome code that the person chose last; empty when there was none.</param>
    protected virtual string GoodOutcome(string chosen) => PlanOutcomes.Done;

    /// <inheritdoc/>
    protected internal sealed override PlanSettings SettingsOf(ActivityExecutionContext context)
    {
        var escalation = context.Get(EscalationRole);
        var reminders = ReminderText.Read(context.Get(Reminders), escalation, context.Get(EscalationLadder), out var problem);
        return problem is not null ? throw new WorkflowException(problem) : new PlanSettings
        {
            Name = TitleOf(context),
            Role = BlockText.Or(context.Get(Role), DefaultRole),
            Completion = CompletionOf(context),
            Reminders = reminders,
            EscalationRole = string.IsNullOrEmpty(escalation) ? null : escalation,
            EndsAtDeadline = context.Get(EndsAtDeadline),
        };
    }

    /// <inheritdoc/>
    protected internal override void ItemFinished(ActivityExecutionContext context, PlanItem item, string key, Carried carried) => Publish(context, carried);

    /// <inheritdoc/>
    protected internal override void ItemReturned(ActivityExecutionContext context, PlanItem item, Carried carried) => Publish(context, carried);

    /// <inheritdoc/>
    protected internal sealed override void End(ActivityExecutionContext context, string outcome, IReadOnlyDictionary<string, object?> summary)
    {
        var ended = outcome == PlanOutcomes.Overdue && !context.Get(EndsAtDeadline) && !LateIsOverdue ? PlanOutcomes.Done : outcome;
        context.Complete(ended == PlanOutcomes.Done ? GoodOutcome(context.GetProperty<string>(Outcome) ?? "") : ended);
    }

    /// <inheritdoc/>
    protected sealed override AudienceSpec AudienceOf(ActivityExecutionContext context) => BlockText.AudienceOf(context, context.Get(Audience), TitleOf(context));

    /// <inheritdoc/>
    protected sealed override string? DeadlineOf(ActivityExecutionContext context) => context.Get(Deadline);

    /// <summary>The title as the office wrote it, or the block's own.</summary>
    protected string TitleOf(ActivityExecutionContext context) => BlockText.Or(context.Get(Title), DefaultTitle);

    /// <summary>A task of this block.</summary>
    protected PlanItem TaskOf(ActivityExecutionContext context, string taskKind) => Items.Task("task", taskKind, TitleOf(context)) with
    {
        Instructions = context.Get(Instructions) ?? "",
        Post = string.IsNullOrWhiteSpace(context.Get(PostOrPerson)) ? null : context.Get(PostOrPerson),
        Scope = PlanScope.Audience,
        Handling = HandlingOf(context),
    };

    /// <summary>How its people deal with it.</summary>
    protected virtual TaskHandling HandlingOf(ActivityExecutionContext context) => new()
    {
        Candidates = HandlingText.List(context.Get(Candidates), TitleOf(context)),
        Signing = HandlingText.Signing(context.Get(Signing), context.Get(RequiredCount), context.Get(AfterReturn), TitleOf(context)),
        ReturnScope = HandlingText.ReturnScope(context.Get(ReturnReach), HandlingText.List(context.Get(ReturnTargets), TitleOf(context)), TitleOf(context)),
        PausesWhileReturned = HandlingText.YesNo(context.Get(PausesWhileReturned)),
    };

    private void Publish(ActivityExecutionContext context, Carried carried)
    {
        context.SetProperty(Outcome, carried.Outcome);
        context.Set(ChosenOutcome, carried.Outcome);
        context.Set(Comment, carried.Comment);
        context.Set(CompletedBy, carried.By);
        context.Set(Data, carried.Data);
        context.Set(TaskId, carried.TaskId);
    }
}
