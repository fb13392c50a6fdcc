using Kaohe.Server.Identity;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Kaohe.Server.Shell.Search;
using Kaohe.Server.Shell.Tours;
using Kaohe.Server.Shell.Work;
using Kaohe.Server.Shell.Years;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kaohe.Server.Shell;

/// <summary>The frame around every feature, and the page that everybody starts on.</summary>
public sealed class ShellFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation => [new(NavigationArea.Workbench, "工作台", "/", 0)];

    /// <inheritdoc />
    public override IEnumerable<TourStep> Tour =>
    [
        new(0, "欢迎使用考核工作流程", "这里是工作台，每天先看它：今天要办什么、什么时候到期。左边是您的栏目，右上角可以查找单位、公文和任务，人名下可以换大字版。", null),
        new(95, "先设签名口令", "签发公文要输入 6 位签名口令。请在“个人设置”里先设好。", "/account", RoleCodes.Leader),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        // What another feature registers, before or after, takes the place of these.
        services.TryAddSingleton<IAssessmentYears, ClockYears>();
        services.TryAddSingleton<IUnitNames, NoUnitNames>();
        services.AddScoped<WorkYear>();
        services.AddScoped<ISearchSource, PageSearch>();
        services.AddSingleton<LongWorkDesk>();
    }
}
