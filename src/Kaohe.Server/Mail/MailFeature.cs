using Kaohe.Activities.Effects;
using Kaohe.Server.Mail.Composing;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Server.Mail.Reading;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Mail;

/// <summary>Mail: one row in the log and one effect for each, delivered to the pickup folder or to a mail server.</summary>
public sealed class MailFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation => [new(NavigationArea.Documents, "邮件", "/mail", 5)];

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapMailApi();

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
        services.AddEffectHandler<SendEmailHandler>(KaoheEffects.SendEmail);
        services.AddEffectHandler<DeliverMailHandler>(MailEffects.Deliver);
    }
}
