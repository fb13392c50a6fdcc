using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Navigation;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Kaohe.Server.Calendar;

/// <summary>The working calendar and, in the demo, the clock that can be moved.</summary>
public sealed class CalendarFeature : ServerFeature
{
    /// <inheritdoc />
    public override IEnumerable<NavigationEntry> Navigation =>
    [
        new(NavigationArea.Cycle, "工作日历", "/calendar", 60, RoleCodes.Office, RoleCodes.Administrator),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OfficeCalendar>();
        services.AddSingleton<IOfficeCalendar>(provider => provider.GetRequiredService<OfficeCalendar>());
        services.AddSingleton<IStartStep>(provider => provider.GetRequiredService<OfficeCalendar>());
        services.AddSingleton<CalendarYears>();
        if (IsDemo(configuration))
        {
            services.AddSingleton<DemoClock>();
            services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());
            services.AddSingleton<DemoClockMover>();
            services.AddSingleton<IStartStep>(provider => provider.GetRequiredService<DemoClockMover>());

            // A jump of weeks must not sign everybody out.
            services.PostConfigureAll<CookieAuthenticationOptions>(options => options.TimeProvider = TimeProvider.System);
            services.PostConfigureAll<SecurityStampValidatorOptions>(options => options.TimeProvider = TimeProvider.System);
        }
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCalendarApi();
        if (IsDemo(endpoints.ServiceProvider.GetRequiredService<IConfiguration>()))
        {
            endpoints.MapDemoClockApi();
        }
    }

    private static bool IsDemo(IConfiguration configuration) => configuration.GetValue<bool>("Demo:Enabled");
}
