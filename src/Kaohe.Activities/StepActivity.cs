using Kaohe.Activities.Blocks;
using Kaohe.Activities.Effects;
using Kaohe.Activities.Plans;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities;

/// <summary>
/// One of the 11 steps of the assessment. A step states its items in the order of the regulation and the defaults of its inputs; everything else is here:
/// what the office may set in the designer, and when the step is complete.
/// </summary>
public abstract class StepActivity : PlannedActivity
{
    /// <summary>Category of the steps in the designer.</summary>
    public const string Category = "考核环节";

    private const string Settings = "要求";
    /// <summary>Group of the inputs about time.</summary>
    protected const string Time = "时限";

    /// <summary>For whom the step is.</summary>
    [Input(DisplayName = "考核对象", Description = "全部单位、县市区、市直部门，或其中一个单位；几个单位在“所列单位”里勾选，也可用表达式给出单位编号的列表。", UIHint = UIHints.Dropdown, OptionsProvider = "audiences",
        DefaultValue = "all", AutoEvaluate = false)]
    public Input<object> Audience { get; } = new("all");

    /// <summary>The units one by one, where the step is for a list of them.</summary>
    [Input(DisplayName = "所列单位", Description = "勾选后本环节只对勾选的单位，不看上面的“考核对象”；一个也不勾选则按“考核对象”。", UIHint = UIHints.CheckList, OptionsProvider = "units",
        DefaultSyntax = "Object", AutoEvaluate = false)]
    public Input<object> UnitList { get; } = new();

    /// <summary>Role that is responsible for the step.</summary>
    [Input(DisplayName = "责任角色", Description = "本环节主要任务由谁办理；不填按环节默认。", UIHint = UIHints.Dropdown, OptionsProvider = "roles", Category = Settings)]
    public Input<string> ResponsibleRole { get; } = new();

    /// <summary>When the step should be finished.</summary>
    [Input(DisplayName = "完成期限", Description = "例如“10个工作日”“1个月”“2027-01-15”，从环节开始的第二天起算；不填按环节默认。", Category = Time, AutoEvaluate = false)]
    public Input<string> Deadline { get; } = new();

    /// <summary>When to remind.</summary>
    [Input(DisplayName = "到期前催办", Description = "提前的工作日数，用逗号隔开，例如“5,2,0”，0 是当天；上午九点发出。", DefaultValue = ReminderText.DefaultReminders, Category = Time)]
    public Input<string> Reminders { get; } = new(ReminderText.DefaultReminders);

    /// <summary>Whom to tell when the deadline has passed.</summary>
    [Input(DisplayName = "逾期报告", Description = "逾期后最后报告这个角色；选空则逾期不报告。", UIHint = UIHints.Dropdown, OptionsProvider = "roles", DefaultValue = "office", Category = Time)]
    public Input<string> EscalationRole { get; } = new("office");

    /// <summary>How many working days after the deadline each is told.</summary>
    [Input(DisplayName = "逾期逐级报告", Description = ReminderText.LadderHelp, DefaultValue = ReminderText.DefaultLadder, Category = Time)]
    public Input<string> EscalationLadder { get; } = new(ReminderText.DefaultLadder);

    /// <summary>Whether a deadline stands still while the work was sent back.</summary>
    [Input(DisplayName = "退回期间停表", UIHint = UIHints.Dropdown, Options = ["|按统一规定", "yes|停表", "no|不停"], Category = Time)]
    public Input<string> PausesWhileReturned { get; } = new();

    /// <summary>Template of the step's main document.</summary>
    [Input(DisplayName = "公文模板", Description = "本环节主要公文用的模板；不填按环节默认。", UIHint = UIHints.Dropdown, OptionsProvider = "templates", Category = Settings)]
    public Input<string> DocumentTemplate { get; } = new();

    /// <summary>Whether a leader signs the main document.</summary>
    [Input(DisplayName = "领导签发", UIHint = UIHints.Dropdown, Options = ["|按环节默认", "yes|需要", "no|不需要"], Category = Settings)]
    public Input<string> LeaderSigns { get; } = new();

    /// <summary>Whether receipts for the main document are collected.</summary>
    [Input(DisplayName = "需要回执", UIHint = UIHints.Dropdown, Options = ["|按环节默认", "yes|需要", "no|不需要"], Category = Settings)]
    public Input<string> ReceiptsNeeded { get; } = new();

    /// <summary>When the step is complete.</summary>
    [Input(DisplayName = "完成条件", UIHint = UIHints.Dropdown, Options = ["all|全部完成", "share|达到比例", "deadline|到期说明理由"], DefaultValue = "all", Category = Time)]
    public Input<string> Completion { get; } = new("all");

    /// <summary>The share of the units that is enough.</summary>
    [Input(DisplayName = "完成比例（%）", Description = "完成条件是“达到比例”时有效。", DefaultValue = 100, Category = Time)]
    public Input<int> CompletionShare { get; } = new(100);

    /// <summary>What the step leaves behind: counts, documents, what is missing and why.</summary>
    [Output(DisplayName = "环节小结")]
    public Output<object> Summary { get; } = new();

    /// <summary>The step's code, for example <c>Supervision</c>.</summary>
    public string StepCode => GetType().Name;

    /// <summary>What applies where the office leaves an input empty.</summary>
    public abstract StepDefaults Defaults { get; }

    /// <summary>The step's items in the order of the regulation.</summary>
    public abstract IReadOnlyList<PlanItem> Items { get; }

    /// <inheritdoc/>
    protected internal sealed override IReadOnlyList<PlanItem> PlanOf(ActivityExecutionContext context) => Items;

    /// <inheritdoc/>
    protected internal sealed override PlanSettings SettingsOf(ActivityExecutionContext context)
    {
        var escalation = context.Get(EscalationRole);
        var reminders = ReminderText.Read(context.Get(Reminders), escalation, context.Get(EscalationLadder), out var problem);
        return problem is not null ? throw new WorkflowException(problem) : new PlanSettings
        {
            StepCode = StepCode,
            Name = StepCodes.NameOf(StepCode),
            Role = Or(context.Get(ResponsibleRole), Defaults.Role),
            Template = context.Get(DocumentTemplate) ?? "",
            NeedsSignature = Choice(context.Get(LeaderSigns), Defaults.LeaderSigns),
            NeedsReceipts = Choice(context.Get(ReceiptsNeeded), Defaults.NeedsReceipts),
            Completion = CompletionRule.Read(context.Get(Completion), context.Get(CompletionShare)),
            Reminders = reminders,
            EscalationRole = string.IsNullOrEmpty(escalation) ? null : escalation,
            PausesWhileReturned = HandlingText.YesNo(context.Get(PausesWhileReturned)),
        };
    }

    /// <inheritdoc/>
    protected sealed override AudienceSpec AudienceOf(ActivityExecutionContext context) =>
        AudienceSpec.Read(context.Get(UnitList)) is { UnitIds.Count: > 0 } list ? list
        : AudienceSpec.Read(context.Get(Audience)) is { IsPerUnit: true } audience ? audience
        : throw new WorkflowException($"“{StepCodes.NameOf(StepCode)}”的考核对象看不懂，请选择全部、县市区、市直部门，或列出单位。");

    /// <inheritdoc/>
    protected internal sealed override string OwnDeadline => Defaults.Deadline;

    /// <inheritdoc/>
    protected sealed override string DeadlineOf(ActivityExecutionContext context) => Or(context.Get(Deadline), Defaults.Deadline);

    /// <inheritdoc/>
    protected internal sealed override void End(ActivityExecutionContext context, string outcome, IReadOnlyDictionary<string, object?> summary)
    {
        context.Set(Summary, summary);
        base.End(context, outcome, summary);
    }

    private static string Or(string? value, string otherwise) => string.IsNullOrWhiteSpace(value) ? otherwise : value.Trim();

    private static bool Choice(string? value, bool otherwise) => value?.Trim().ToUpperInvariant() switch
    {
        "YES" or "TRUE" => true,
        "NO" or "FALSE" => false,
        _ => otherwise,
    };
}
