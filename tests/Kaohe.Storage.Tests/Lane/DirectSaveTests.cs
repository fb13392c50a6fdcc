using Kaohe.Storage.Identity;
using Kaohe.Storage.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Lane;

/// <summary>Saves outside of the lane (ASP.NET Core Identity's) and the lane share one gate.</summary>
public sealed class DirectSaveTests(SqliteDatabase database) : StorageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Should_let_others_write_after_two_savers_were_in_conflict()
    {
        await using (var db = Host.Read())
        {
            db.Users.Add(new KaoheUser { UserName = "conflict", ConcurrencyStamp = "1" });
            await db.SaveChangesAsync(Cancel);
        }

        await using var one = Host.Read();
        await using var two = Host.Read();
        var mine = await one.Users.SingleAsync(user => user.UserName == "conflict", Cancel);
        var yours = await two.Users.SingleAsync(user => user.UserName == "conflict", Cancel);
        (mine.ConcurrencyStamp, yours.ConcurrencyStamp) = ("2", "3");
        await one.SaveChangesAsync(Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync(Cancel));

        Assert.True(await Host.Lane.RunAsync((_, _) => Task.FromResult(true), Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel));
    }
}
