using Kaohe.Storage.Identity;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tests.Lane;

/// <summary>Rows that the lane adds with prepared statements are stored as EF Core would have stored them.</summary>
public abstract class PreparedRowTests(TestDatabase database) : StorageTests(database)
{
    // Tenths of a microsecond and an offset, which no database keeps.
    private static readonly DateTimeOffset _time = new DateTimeOffset(2026, 11, 29, 9, 30, 0, TimeSpan.FromHours(8)).AddTicks(1_234_567);

    [Fact]
    public async Task Should_store_every_value_and_read_it_back()
    {
        var mails = Enumerable.Range(0, 60).Select(i => Mail(isFull: i % 2 == 0)).ToList();

        var saved = await Host.Lane.RunAsync(
            (db, cancel) =>
            {
                db.Mails.AddRange(mails);
                return db.SaveChangesAsync(cancel);
            },
            Cancel);

        await using var db = Host.Read();
        var keys = mails.ConvertAll(mail => mail.Key);
        var stored = await db.Mails.Where(mail => keys.Contains(mail.Key)).ToDictionaryAsync(mail => mail.Key, Cancel);
        Assert.Equal(60, saved);
        Assert.All(mails, mail => Assert.Equal(Values(mail), Values(stored[mail.Key])));
    }

    [Fact]
    public async Task Should_change_a_row_that_was_added_in_the_same_mutation()
    {
        var mail = Mail(isFull: false);
        await Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                db.Mails.Add(mail);
                await db.SaveChangesAsync(cancel);
                mail.Error = "地址不存在";
                return 0;
            },
            Cancel);

        await using var db = Host.Read();
        Assert.Equal("地址不存在", (await db.Mails.SingleAsync(one => one.Key == mail.Key, Cancel)).Error);
    }

    [Fact]
    public async Task Should_leave_nothing_of_a_mutation_that_adds_a_taken_key()
    {
        var (mail, name) = (Mail(isFull: false), $"unsaved-{Guid.NewGuid():N}");
        await AddAsync(mail);

        await Assert.ThrowsAnyAsync<Exception>(() => Host.Lane.RunAsync(
            (db, _) =>
            {
                db.Users.Add(new KaoheUser { DisplayName = name });
                db.Mails.Add(Mail(isFull: true, mail.Key));
                return Task.FromResult(0);
            },
            Cancel));

        await using var db = Host.Read();
        Assert.False(await db.Users.AnyAsync(user => user.DisplayName == name, Cancel));
        Assert.Equal(mail.Subject, (await db.Mails.SingleAsync(one => one.Key == mail.Key, Cancel)).Subject);
    }

    [Fact]
    public async Task Should_write_nothing_when_a_time_is_set_to_what_is_stored_of_it()
    {
        var mail = Mail(isFull: true);
        await AddAsync(mail);

        var written = await Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                var stored = await db.Mails.SingleAsync(one => one.Key == mail.Key, cancel);
                stored.SentAt = _time;
                var same = await db.SaveChangesAsync(cancel);
                stored.SentAt = _time.AddMicroseconds(1);
                return (Same: same, Other: await db.SaveChangesAsync(cancel));
            },
            Cancel);

        Assert.Equal((0, 1), written);
    }

    private Task<int> AddAsync(MailRow mail) => Host.Lane.RunAsync(
        (db, _) =>
        {
            db.Mails.Add(mail);
            return Task.FromResult(0);
        },
        Cancel);

    private static MailRow Mail(bool isFull, string? key = null) => new()
    {
        Key = key ?? $"mail-{Guid.NewGuid():N}",
        State = isFull ? MailState.Sent : MailState.Waiting,
        Address = "xinfu@example.cn",
        RecipientName = "忻府区联络员",
        Subject = $"督查通知 {Guid.NewGuid():N}",
        Payload = """{"words":"“请报送”\n"}""",
        PersonId = isFull ? "xinfu-liaison" : null,
        CycleYear = isFull ? 2026 : null,
        Attempts = isFull ? 3 : 0,
        CreatedAt = _time,
        LeavesAt = _time.AddMinutes(1),
        SentAt = isFull ? _time : null,
    };

    private static object?[] Values(MailRow mail) =>
    [
        mail.State, mail.Address, mail.RecipientName, mail.Subject, mail.Payload, mail.PersonId, mail.CycleYear, mail.Attempts, mail.Error, mail.HeadKey,
        Kept(mail.CreatedAt), Kept(mail.LeavesAt), mail.SentAt is { } sent ? Kept(sent) : null,
    ];

    private static long Kept(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMicrosecond;
}

public sealed class PreparedRowTestsOnSqlite(SqliteDatabase database) : PreparedRowTests(database), IClassFixture<SqliteDatabase>;

public sealed class PreparedRowTestsOnPostgres(PostgresDatabase database) : PreparedRowTests(database), IClassFixture<PostgresDatabase>;
