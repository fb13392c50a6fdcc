using System.Text;
using Kaohe.Server.Operations.Flows;
using Kaohe.Server.Studio.Migration;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Instances;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Studio;

public sealed class BatchMigrationTests(ServerHost host) : IClassFixture<ServerHost>
{
    private const string Flow = "moved-together";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_move_all_running_instances_after_a_mapping_says_where_they_go_on()
    {
        var desk = host.Services.GetRequiredService<FlowDesk>();
        var migration = host.Services.GetRequiredService<BatchMigration>();
        await PublishAsync(desk, Flows.Waiting(Flow));
        foreach (var name in new[] { "甲", "乙" })
        {
            await desk.StartAsync(Flow, new FlowStart(new Dictionary<string, object?>(), null, name), Cancel);
        }

        await PublishAsync(desk, Flows.Waiting(Flow, activityId: "renamed"));
        var target = (await desk.VersionsAsync(Flow, Cancel))[0].Id;

        var without = await migration.PreviewAsync(Flow, target, new Dictionary<string, string?>(), Cancel);
        Assert.Equal(2, without.Count);
        Assert.All(without, move => Assert.False(move.Plan.IsPossible));
        Assert.Equal(new MoveResult(0, 0, 2), await migration.MoveAsync(without, target, new Dictionary<string, string?>(), Cancel));

        var mapping = new Dictionary<string, string?> { ["Workflow1:root:wait"] = "Workflow1:root:renamed" };
        var moves = await migration.PreviewAsync(Flow, target, mapping, Cancel);
        Assert.All(moves, move => Assert.True(move.Plan.IsPossible, string.Join(' ', move.Plan.Problems)));
        Assert.Equal(new MoveResult(2, 0, 0), await migration.MoveAsync(moves, target, mapping, Cancel));

        Assert.Empty(await migration.PreviewAsync(Flow, target, mapping, Cancel));
        var summary = await host.Services.GetRequiredService<InstanceQueries>().FindAsync(moves[0].Instance.Summary.Id, Cancel);
        Assert.Equal(target, summary!.State.DefinitionVersionId);
    }

    private static async Task PublishAsync(FlowDesk desk, string flow)
    {
        await desk.ImportAsync(Encoding.UTF8.GetBytes(flow), Cancel);
        Assert.False((await desk.PublishAsync(Flow, Cancel)).HasErrors);
    }
}
