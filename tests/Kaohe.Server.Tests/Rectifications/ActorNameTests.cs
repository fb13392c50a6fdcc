using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Server.Cycles.Components;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Rectifications;

/// <summary>Who did something is named in words that office staff know, also where a flow says only which side acted.</summary>
public sealed class ActorNameTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Fact]
    public async Task Should_name_the_side_that_acted_where_the_flow_names_nobody()
    {
        const string unit = "fanshi";
        await host.DeliverAsync(KaoheEffects.RecordRectification, Said(unit, RectificationEvent.Noticed));
        await host.DeliverAsync(KaoheEffects.RecordRectification, Said(unit, RectificationEvent.Overdue));
        await using var db = host.Read();
        var log = (await db.Rectifications.AsNoTracking().SingleAsync(row => row.UnitId == unit, TestContext.Current.CancellationToken)).Value.Log;

        await using var scope = host.Services.CreateAsyncScope();
        var names = scope.ServiceProvider.GetRequiredService<PeopleNames>();
        await names.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["考核办", "系统"], log.Select(entry => names.Of(entry.By)));
        Assert.Equal(("领导", "单位", "p-unknown"), (names.Of("leader"), names.Of("unit"), names.Of("p-unknown")));
        Assert.NotEqual($"{unit}-head", names.Of($"{unit}-head"));
    }

    private static RecordRectification Said(string unit, RectificationEvent happened) =>
        new() { CycleYear = DemoHost.Year, UnitId = unit, Event = happened, InstanceId = "flow", DueAt = DateTimeOffset.UtcNow };
}
