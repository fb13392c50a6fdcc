using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Office.People;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>An activity closes what it waits for no more, and nothing else.</summary>
public sealed class CloseTasksTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Instance = "flow-of-closing";
    private const string Execution = "execution-of-closing";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_close_only_the_tasks_of_the_units_that_are_named()
    {
        var work = new TaskWork(host);
        var closed = await work.OpenAsync(TaskKinds.General, Role.Unit.Code, "wutai");
        var kept = await work.OpenAsync(TaskKinds.General, Role.Unit.Code, "fanshi");
        await host.Services.GetRequiredService<IWriteLane>().RunAsync(
            (db, cancel) => db.Tasks.Where(task => task.Id == closed || task.Id == kept)
                .ExecuteUpdateAsync(set => set.SetProperty(task => task.InstanceId, Instance).SetProperty(task => task.ActivityExecutionId, Execution), cancel),
            Cancel);

        await host.DeliverAsync(KaoheEffects.CloseTasks, new CloseTasks { InstanceId = Instance, ActivityInstanceId = Execution, Item = "item", Keys = ["wutai"], Reason = "遭遇洪灾" });

        await using var db = host.Read();
        Assert.Equal([kept], await db.Tasks.Where(task => task.InstanceId == Instance && task.IsLive).Select(task => task.Id).ToListAsync(Cancel));
    }
}
