using Kaohe.Storage.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Mail;

public sealed class MailIndexTests(SqliteDatabase database) : StorageTests(database), IClassFixture<SqliteDatabase>
{
    [Theory]
    [InlineData("'a@example.cn'")]
    [InlineData("'a@example.cn', 'b@example.cn', 'c@example.cn'")]
    public async Task Should_look_for_waiting_mails_by_address_however_many_wait(string addresses)
    {
        await using var db = Host.Read();
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN SELECT key FROM mails WHERE address IN ({addresses}) AND state = 'Waiting' AND head_key IS NULL AND attempts = 0";
        await using var plan = await command.ExecuteReaderAsync(Cancel);

        Assert.True(await plan.ReadAsync(Cancel));
        Assert.Contains("ix_mails_address_state", plan.GetString(plan.GetOrdinal("detail")), StringComparison.Ordinal);
    }
}
