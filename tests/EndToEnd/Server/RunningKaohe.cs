namespace EndToEnd.Server;

/// <summary>The started product, shared by the tests of a class.</summary>
public sealed class RunningKaohe : KaoheProcess, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await StartAsync(TestContext.Current.CancellationToken);
}
