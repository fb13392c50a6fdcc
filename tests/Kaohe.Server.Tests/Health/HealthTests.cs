using System.Net;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Health;

public sealed class HealthTests(ServerHost host) : IClassFixture<ServerHost>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Should_answer_a_monitor_that_is_not_signed_in(string address)
    {
        using var answer = await host.Visitor().GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Should_be_alive_but_not_ready_when_the_database_lacks_its_tables()
    {
        await using var bare = new Unmigrated();
        await bare.InitializeAsync();

        using var live = await bare.Visitor().GetAsync("/health/live", TestContext.Current.CancellationToken);
        using var ready = await bare.Visitor().GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    private sealed class Unmigrated : ServerHost
    {
        protected override IEnumerable<string> Settings => ["--Database:MigrateOnStart=false"];
    }
}
