namespace Kaohe.Server.Shell.Hosting;

/// <summary>
/// Something that must be done at every start, after the migrations and before the node works and the server listens. Register it as a singleton
/// <c>IStartStep</c>. Not called while the tables of this version are missing.
/// </summary>
public interface IStartStep
{
    /// <summary>Position: what the engine computes with (calendar) 5, accounts 10, definitions 20, demo 30.</summary>
    int Order { get; }

    /// <summary>Does it; must come to the same when it is done again.</summary>
    /// <param name="cancellationToken">The start is given up.</param>
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>Runs the start steps in their order.</summary>
/// <param name="steps">The steps.</param>
/// <param name="schema">Whether the tables are there.</param>
/// <param name="logger">Says what waits for the tables.</param>
internal sealed class StartSequence(IEnumerable<IStartStep> steps, SchemaState schema, ILogger<StartSequence> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await schema.IsCurrentAsync(cancellationToken))
        {
            logger.LogWarning("The database lacks the tables of this version. Migrate it and start again; until then nothing is prepared and /health/ready says no.");
            return;
        }

        foreach (var step in steps.OrderBy(step => step.Order))
        {
            await step.RunAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
