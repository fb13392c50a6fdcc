using Kaohe.Storage.Documents;
using Kaohe.Storage.Tests.Given;

namespace Kaohe.Storage.Tests.Documents;

public abstract class DocumentStoreTests(TestDatabase database) : StorageTests(database)
{
    [Fact]
    public async Task Should_find_within_a_transaction_what_it_has_added_and_not_saved_yet()
    {
        var (id, hash) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));

        await Host.Lane.RunAsync(
            async (db, cancel) =>
            {
                var row = Row(id);
                db.Documents.Add(row);
                db.DocumentFiles.Add(new DocumentFileRow { Sha256 = hash, Name = "通知.docx", ContentType = "application/octet-stream" });
                db.DocumentRenditions.Add(new DocumentRenditionRow { DocumentId = id, VersionNumber = 1, WordSha256 = hash, Problems = "[]" });

                Assert.Same(row, await DocumentStore.FindAsync(db, id, cancel));
                Assert.NotNull(await DocumentStore.FindFileAsync(db, hash, cancel));
                Assert.NotNull(await DocumentStore.FindFilesAsync(db, id, 1, cancel));
                Assert.Null(await DocumentStore.FindFilesAsync(db, id, 2, cancel));
                await db.SaveChangesAsync(cancel);
                return 0;
            },
            Cancel);

        await using var read = Host.Read();
        Assert.Equal("通知", (await DocumentStore.FindAsync(read, id, Cancel))?.Title);
        Assert.Equal(hash, (await DocumentStore.FindFilesAsync(read, id, 1, Cancel))?.WordSha256);
        Assert.Equal("通知.docx", (await DocumentStore.FindFileAsync(read, hash, Cancel))?.Name);
    }

    [Fact]
    public async Task Should_find_nothing_under_an_unknown_key()
    {
        await using var read = Host.Read();

        Assert.Null(await DocumentStore.FindAsync(read, "none", Cancel));
        Assert.Null(await DocumentStore.FindFilesAsync(read, "none", 1, Cancel));
        Assert.Null(await DocumentStore.FindFileAsync(read, "none", Cancel));
    }

    private static DocumentRow Row(string id) => new() { Id = id, Kind = "督查通知", Title = "通知", DrafterId = "office", CheckCode = id, Fields = "{}", Json = "{}" };
}

public sealed class DocumentStoreTestsOnSqlite(SqliteDatabase database) : DocumentStoreTests(database), IClassFixture<SqliteDatabase>;

public sealed class DocumentStoreTestsOnPostgres(PostgresDatabase database) : DocumentStoreTests(database), IClassFixture<PostgresDatabase>;
