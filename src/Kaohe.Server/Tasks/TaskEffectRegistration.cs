namespace Kaohe.Server.Tasks;

/// <summary>Registers what completed forms do to the domain.</summary>
public static class TaskEffectRegistration
{
    /// <summary>Registers an effect; made anew in a scope for each completion.</summary>
    /// <typeparam name="TEffect">The effect.</typeparam>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddTaskEffect<TEffect>(this IServiceCollection services)
        where TEffect : class, ITaskEffect => services.AddScoped<ITaskEffect, TEffect>();
}
