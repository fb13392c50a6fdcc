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
        new(0, "欢迎使用考核工作流程", "左边是您的角色能用的各个栏目，右上角可以换年度、查找、改个人设置。", null),
        new(1, "从工作台开始", "每天先看“工作台”：今天要办什么、什么时候到期，都在这里。", "/"),
        new(2, "按 Ctrl+K 查找", "单位、人员、公文、任务和页面，打几个字就能找到。", null),
        new(95, "先设签名口令", "签发公文要输入 6 位签名口令。请在“个人设置”里先设好。", "/account", RoleCodes.Leader),
        new(99, "字小可以放大", "右上角人名下可以打开“大字版”，下次登录仍然有效。", null),
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
