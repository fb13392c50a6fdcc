using Kaohe.Activities.Effects;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Shell.Workbench;
using Kaohe.Server.Tasks.Api;
using Kaohe.Server.Tasks.Attachments;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Designed;
using Kaohe.Server.Tasks.Effects;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Inbox;
using Kaohe.Server.Tasks.Mail;
using Kaohe.Server.Tasks.Mentions;
using Kaohe.Server.Tasks.Opening;
using Kaohe.Server.Tasks.Pages;
using Kaohe.Server.Tasks.Reading;
using Kaohe.Server.Tasks.Reminders;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks;

/// <summary>Tasks: opened by flows, done by people, reminded of by the clock.</summary>
public sealed class TasksFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation => 
    [
        new(NavigationArea.Tasks, "任务", "/tasks", 0),
        new(NavigationArea.Flows, "表单设计", "/forms", 7, FormDesk.Designers),
    ];

    /// <inheritdoc />
    public override IEnumerable<TourStep> Tour =>
    [
        new(10, "任务", "要您办的事都在这里，点开就是要做什么、期限、材料和表单。草稿自动保存；提交后流程继续，下一件随后打开。", "/tasks"),
    ];

    /// <inheritdoc />
    public override IEnumerable<WorkbenchWidget> Widgets => [WorkbenchWidget.Of<MentionsWidget>(15, WidgetPlace.Main)];

    /// <inheritdoc />
    public override IEnumerable<Type> TopBar => [typeof(TaskBell)];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<TaskInbox>();
        services.AddSingleton<IAudienceDirectory, AssessmentAudience>();
        services.AddSingleton<IFormFacts, AssessmentFormFacts>();
        services.AddSingleton<DesignedForms>();
        services.AddSingleton<FormDesk>();
        services.AddSingleton<TaskFormDesk>();
        services.AddSingleton<TaskDesks>();
        services.AddSingleton<TaskMails>();
        services.AddSingleton<TaskMentions>();
        services.AddSingleton<TaskReminders>();
        services.AddSingleton<TaskAnswers>();
        services.AddSingleton<TaskWriter>();
        services.AddSingleton<TaskSweep>();
        services.AddSingleton<TaskCommands>();
        services.AddSingleton<TaskReader>();
        services.AddSingleton<InboxSheet>();
        services.AddSingleton<TaskBatches>();
        services.AddSingleton<CalendarFeeds>();
        services.AddSingleton<CalendarFile>();
        services.AddSingleton<ContentFiles>();
        services.AddSingleton<TaskAttachments>();
        services.AddTaskEffect<FigureEffect>();
        services.AddTaskEffect<CertificationEffect>();
        services.AddTaskEffect<TallyEffect>();
        services.AddTaskEffect<VisitApprovalEffect>();
        services.AddTaskEffect<TallyCheckEffect>();
        services.AddTaskEffect<IndicatorProposalEffect>();
        services.AddTaskEffect<IndicatorApprovalEffect>();
        services.AddTaskEffect<StatementSignedEffect>();
        services.AddEffectHandler<OpenTasksHandler>(KaoheEffects.OpenTasks);
        services.AddEffectHandler<CloseTasksHandler>(KaoheEffects.CloseTasks);
        services.AddEffectHandler<ChangeDeadlineHandler>(KaoheEffects.ChangeDeadline);
        services.AddEffectHandler<TaskReminderHandler>(TaskReminderEffect.Kind);
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTaskApi();
        endpoints.MapFormApi();
        endpoints.MapInboxApi();
        endpoints.MapMentionApi();
    }
}
