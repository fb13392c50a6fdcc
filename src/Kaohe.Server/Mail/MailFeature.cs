using Kaohe.Activities.Effects;
using Kaohe.Server.Identity;
using Kaohe.Server.Mail.Composing;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Server.Mail.Incoming;
using Kaohe.Server.Mail.Incoming.Pages;
using Kaohe.Server.Mail.Links;
using Kaohe.Server.Mail.Reading;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Workbench;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Mail;

/// <summary>Mail: one row in the log and one effect for each, delivered to the pickup folder or to a mail server.</summary>
public sealed class MailFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation =>
    [
        new(NavigationArea.Documents, "邮件", "/mail", 5),
        new(NavigationArea.Documents, "待处理邮件", "/received-mail", 6, RoleCodes.Office),
    ];

    /// <inheritdoc />
    public override IEnumerable<WorkbenchWidget> Widgets => [WorkbenchWidget.Of<WaitingMailWidget>(25, WidgetPlace.Side, RoleCodes.Office)];

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMailApi();
        endpoints.MapLinkApi();
        endpoints.MapIncomingMailApi();
    }

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section));
        services.AddSingleton<MailDesk>();
        services.AddSingleton<MailBodies>();
        services.AddSingleton<EncodedFiles>();
        services.AddSingleton<MailSigner>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<MailFolder>();
        services.AddSingleton<SmtpSender>();
        services.AddSingleton<SmtpDelivery>();
        services.AddSingleton<DomainThrottle>();
        services.AddSingleton<MailSchedule>();
        services.AddSingleton<MailLog>();
        services.AddSingleton<MailReader>();
        services.AddScoped<MailActs>();
        services.AddSingleton<MailTokens>();
        services.AddSingleton<IHousekeeping>(provider => provider.GetRequiredService<MailTokens>());
        services.AddSingleton<PersonalMail>();
        services.AddSingleton<MailActors>();
        services.AddSingleton<MailFiles>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<LinkLimits>();
        services.AddSingleton<ReceivedMails>();
        services.AddSingleton<ReplyOrigins>();
        services.AddSingleton<MailAnswers>();
        services.AddSingleton<TaskReplies>();
        services.AddSingleton<IncomingMailDesk>();
        services.AddSingleton<MailBounces>();
        services.AddScoped<IncomingMailActs>();
        services.AddHostedService<ImapReader>();
        services.AddEffectHandler<SendEmailHandler>(KaoheEffects.SendEmail);
        services.AddEffectHandler<DeliverMailHandler>(MailEffects.Deliver);
    }
}
