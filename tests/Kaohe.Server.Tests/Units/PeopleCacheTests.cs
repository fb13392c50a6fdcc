using Kaohe.Office.People;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Units;

/// <summary>People are kept between requests, and never longer than they are true.</summary>
public sealed class PeopleCacheTests(DemoHost host) : IClassFixture<DemoHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IOfficePeople People => host.Services.GetRequiredService<IOfficePeople>();

    private IWriteLane Lane => host.Services.GetRequiredService<IWriteLane>();

    [Fact]
    public async Task Should_keep_people_until_a_change_of_one_is_committed()
    {
        var before = await People.DirectoryAsync(Cancel);
        Assert.Same(before, await People.DirectoryAsync(Cancel));

        await Lane.RunAsync((db, cancel) => RenameAsync(db, "改名堃", cancel), Cancel);

        Assert.Equal("改名堃", (await People.DirectoryAsync(Cancel)).Find(await HeadAsync())!.Name);
    }

    [Fact]
    public async Task Should_keep_people_when_a_change_is_rolled_back()
    {
        var before = await People.DirectoryAsync(Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Lane.RunAsync<bool>(
            async (db, cancel) =>
            {
                await RenameAsync(db, "未成", cancel);
                await db.SaveChangesAsync(cancel);
                throw new InvalidOperationException("Rolled back.");
            },
            Cancel));

        Assert.Same(before, await People.DirectoryAsync(Cancel));
    }

    [Fact]
    public async Task Should_know_a_role_that_was_granted_outside_of_the_lane()
    {
        await People.DirectoryAsync(Cancel);

        await host.EnsureAsync("新来的人", user => user.DisplayName = "新来的人", Role.Team.Code);

        Assert.Contains((await People.DirectoryAsync(Cancel)).People, person => person.Name == "新来的人" && person.Roles.Contains(Role.Team.Code));
    }

    private async Task<string> HeadAsync()
    {
        await using var db = host.Read();
        return (await db.UnitsAsync(Cancel)).First(unit => unit.Id == "xinfu").LeaderOfficialId!;
    }

    private static async Task<bool> RenameAsync(KaoheDb db, string name, CancellationToken cancellationToken)
    {
        var unit = (await db.Units.SingleAsync(row => row.Id == "xinfu", cancellationToken)).Value;
        var row = await db.Officials.SingleAsync(each => each.Id == unit.LeaderOfficialId, cancellationToken);
        row.Write(row.Value with { Name = name });
        return true;
    }
}
