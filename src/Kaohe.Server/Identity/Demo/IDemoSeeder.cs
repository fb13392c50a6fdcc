namespace Kaohe.Server.Identity.Demo;

/// <summary>
/// A part of the demo city, given by a feature: register it with <c>services.AddDemoSeeder&lt;T&gt;()</c>. Called at every start with
/// <c>Demo:Enabled</c>, after the migrations and before the server listens, in a scope of its own.
/// </summary>
public interface IDemoSeeder
{
    /// <summary>Position: units and people 10, accounts 20, scheme and indicators 30, cycle 40, history 50.</summary>
    int Order { get; }

    /// <summary>Makes what is missing and returns at once when nothing is; a start that was cut short is completed by the next one.</summary>
    /// <param name="context">Accounts and sign-ins of the demo.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SeedAsync(DemoContext context, CancellationToken cancellationToken);
}
