using Kaohe.Server.Shell.Hosting;

namespace Kaohe.Server.Identity.Demo;

/// <summary>Registers the demo.</summary>
public static class DemoRegistration
{
    /// <summary>Registers a part of the demo city; it runs only with <c>Demo:Enabled</c>.</summary>
    /// <typeparam name="TSeeder">The seeder.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddDemoSeeder<TSeeder>(this IServiceCollection services)
        where TSeeder : class, IDemoSeeder => services.AddScoped<IDemoSeeder, TSeeder>();

    internal static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled"))
        {
            return services;
        }

        services.AddSingleton<DemoPassword>();
        services.AddSingleton<DemoStart>();
        services.AddSingleton<IStartNotice>(provider => provider.GetRequiredService<DemoStart>());
        services.AddSingleton<IStartStep>(provider => provider.GetRequiredService<DemoStart>());
        return services.AddDemoSeeder<DemoStaffSeeder>();
    }
}
