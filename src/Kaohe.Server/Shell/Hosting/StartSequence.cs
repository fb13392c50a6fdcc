namespace Kaohe.Server.Shell.Hosting;

/// <summary>
/// Something that must be done at every start, after the migrations and before the node works and the server listens. Register it as a singleton
/// <c>IStartStep</c>.
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
internal sealed class StartSequence(IEnumerable<IStartStep> steps, SchemaState schema) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await schema.IsCurrentAsync(cancellationToken))
        {
            throw new StartRefusedException("数据库的结构还不是本版本的，而设置 Database:MigrateOnStart 为 false。请先升级数据库，或把该设置改为 true，再启动。");
        }

        foreach (var step in steps.OrderBy(step => step.Order))
        {
            await step.RunAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
