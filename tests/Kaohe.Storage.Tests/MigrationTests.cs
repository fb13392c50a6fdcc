using Kaohe.Storage.Identity;
using Kaohe.Storage.Tests.Given;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests;

public abstract class MigrationTests(TestDatabase database) : StorageTests(database)
{
    [Fact]
    public async Task Should_apply_every_migration_and_leave_none_to_write()
    {
        await using var db = Host.Read();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(Cancel));
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Should_keep_accounts_and_protection_keys()
    {
        var user = new KaoheUser { UserName = $"wang-{Guid.NewGuid():N}", DisplayName = "王芳", LargeType = true };
        await using (var db = Host.Read())
        {
            db.Users.Add(user);
            db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = user.Id, Xml = "<key />" });
            await db.SaveChangesAsync(Cancel);
        }

        await using var read = Host.Read();
        Assert.Equal("王芳", (await read.Users.SingleAsync(u => u.Id == user.Id, Cancel)).DisplayName);
        Assert.Equal("<key />", (await read.DataProtectionKeys.SingleAsync(k => k.FriendlyName == user.Id, Cancel)).Xml);
    }
}

public sealed class MigrationTestsOnSqlite(SqliteDatabase database) : MigrationTests(database), IClassFixture<SqliteDatabase>;

public sealed class MigrationTestsOnPostgres(PostgresDatabase database) : MigrationTests(database), IClassFixture<PostgresDatabase>;
