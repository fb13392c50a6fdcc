using Kaohe.Office.People;
using Kaohe.Server.Rectifications;
using Kaohe.Server.Tests.Given;
using Kaohe.Server.Units;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Units;

/// <summary>A unit that came by Excel names no 主要负责人; its 班子正职 is the one.</summary>
public sealed class HeadTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Unit = "wutai";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_take_the_head_from_the_people_where_the_unit_names_nobody()
    {
        await host.Services.GetRequiredService<IWriteLane>().RunAsync(
            async (db, cancel) =>
            {
                var row = await db.Units.SingleAsync(each => each.Id == Unit, cancel);
                row.Write(row.Value with { LeaderOfficialId = null });
                await host.Services.GetRequiredService<AdmonitionService>().ArrangeForTaskAsync(
                    db, Actor.System, DemoHost.Year, Unit, new TalkArrangement(new DateTimeOffset(2027, 4, 20, 10, 0, 0, TimeSpan.FromHours(8)), "市委谈话室", "xinfu-head"), cancel);
                return true;
            },
            Cancel);

        await using var db = host.Read();
        var head = (await db.OfficialsAsync(Cancel)).Single(official => official.Id == $"{Unit}-head");
        Assert.Equal(head.Id, (await db.Admonitions.AsNoTracking().SingleAsync(row => row.UnitId == Unit, Cancel)).Value.OfficialId);
        Assert.Equal($"{head.Name}（{head.Post}）", (await UnitLine.ReadAsync(db, DemoHost.Year, Cancel)).Single(line => line.Id == Unit).Leader);
    }
}
