using Kaohe.Server.Shell.Hosting;

namespace Kaohe.Server.Calendar;

/// <summary>The working calendar and, in the demo, the clock that can be moved.</summary>
public sealed class CalendarFeature : ServerFeature
{
    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OfficeCalendar>();
        services.AddSingleton<IOfficeCalendar>(provider => provider.GetRequiredService<OfficeCalendar>());
        services.AddSingleton<IStartStep>(provider => provider.GetRequiredService<OfficeCalendar>());
    }
}
