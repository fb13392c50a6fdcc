using System.Net;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task Should_refuse_to_start_on_a_database_that_lacks_its_tables()
    {
        await using var bare = new Unmigrated();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(async () => await bare.InitializeAsync());

        Assert.Contains("请先升级数据库", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_be_alive_but_not_ready_when_the_database_is_gone()
    {
        await using var lost = new ServerHost();
        await lost.InitializeAsync();
        await using (var db = await lost.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await db.Database.ExecuteSqlAsync($"DROP TABLE __EFMigrationsHistory", TestContext.Current.CancellationToken);
        }

        using var live = await lost.Visitor().GetAsync("/health/live", TestContext.Current.CancellationToken);
        using var ready = await lost.Visitor().GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    private sealed class Unmigrated : ServerHost
    {
        protected override IEnumerable<string> Settings => ["--Database:MigrateOnStart=false"];
    }
}
