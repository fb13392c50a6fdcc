using Kaohe.Storage.Documents;
using Kaohe.Storage.Tests.Given;

namespace Kaohe.Storage.Tests.Documents;

public abstract class NumberShelfTests(TestDatabase database) : StorageTests(database)
{
    private const string Issuer = "忻考办";
    private static readonly DateTimeOffset _at = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Should_give_gapless_numbers_to_many_documents_at_once()
    {
        var year = Random.Shared.Next(3000, 900_000);
        string[] documents = [.. Enumerable.Range(1, 25).Select(index => $"document-{year}-{index}")];

        await Task.WhenAll(documents.Select(document => Host.Lane.RunAsync(
            (db, cancel) => NumberShelf.AllocateAsync(db, Issuer, year, document, _at, cancel), Cancel)));

        await using var read = Host.Read();
        var sequence = await NumberShelf.ReadAsync(read, Issuer, year, Cancel);
        Assert.Equal(Enumerable.Range(1, 25), sequence.Entries.Select(entry => entry.Serial));
        Assert.Equal(documents.Order(StringComparer.Ordinal), sequence.Entries.Select(entry => entry.DocumentId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Should_keep_a_void_number_with_its_reason_and_never_give_it_again()
    {
        var year = Random.Shared.Next(3000, 900_000);
        var first = await GiveAsync(year, "one");

        await Host.Lane.RunAsync((db, cancel) => NumberShelf.VoidAsync(db, first, "文种用错", _at, cancel), Cancel);
        var second = await GiveAsync(year, "two");

        await using var read = Host.Read();
        var sequence = await NumberShelf.ReadAsync(read, Issuer, year, Cancel);
        Assert.Equal(2, second.Serial);
        Assert.Equal("文种用错", sequence.Entries[0].VoidReason);
    }

    private async Task<Kaohe.Office.Documents.DocumentNumber> GiveAsync(int year, string document) =>
        (await Host.Lane.RunAsync((db, cancel) => NumberShelf.AllocateAsync(db, Issuer, year, $"{document}-{year}", _at, cancel), Cancel)).Number;
}

public sealed class NumberShelfTestsOnSqlite(SqliteDatabase database) : NumberShelfTests(database), IClassFixture<SqliteDatabase>;

public sealed class NumberShelfTestsOnPostgres(PostgresDatabase database) : NumberShelfTests(database), IClassFixture<PostgresDatabase>;
