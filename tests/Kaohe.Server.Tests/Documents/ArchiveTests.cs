using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Kaohe.Office.Documents;

namespace Kaohe.Server.Tests.Documents;

/// <summary>发文登记簿 and the year's archive.</summary>
public sealed class ArchiveTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    [Fact]
    public async Task Should_register_every_number_archive_what_is_done_and_export_it_with_an_index()
    {
        var first = await city.DraftAsync(DocumentCity.Notice(signed: false, "第一份通知"), row => row.State == DocumentState.Issued);
        var second = await city.DraftAsync(DocumentCity.Notice(signed: false, "第二份通知"), row => row.State == DocumentState.Issued);
        var third = await city.DraftAsync(DocumentCity.Notice(signed: false, "第三份通知"), row => row.State == DocumentState.Issued);
        using var received = await DocumentCity.PostAsync(city.UnitPerson, $"/api/documents/{first.Id}/receive");
        using var voided = await DocumentCity.PostAsync(city.Office, $"/api/documents/{third.Id}/void", new { text = "文种用错" });
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [received.StatusCode, voided.StatusCode]);

        var year = Kaohe.Office.OfficeTime.DateOf(first.IssuedAt!.Value).Year;
        var lines = (await city.Office.GetFromJsonAsync<JsonElement>($"/api/documents/register?issuer=忻考办&year={year}", DocumentCity.Cancel)).EnumerateArray().ToList();
        Assert.Equal([1, 2, 3], lines.Select(line => line.GetProperty("serial").GetInt32()));
        Assert.Equal(["文种用错"], lines.Select(line => line.GetProperty("voidReason").GetString()).OfType<string>());

        using var answer = await DocumentCity.PostAsync(city.Office, "/api/documents/archive-year", new { year = DocumentCity.Year });
        var outcome = await answer.Content.ReadFromJsonAsync<JsonElement>(DocumentCity.Cancel);
        Assert.Equal((1, 1), (outcome.GetProperty("archived").GetInt32(), outcome.GetProperty("waiting").GetInt32()));
        await city.WaitAsync(db => db.Documents().Where(row => row.Id == first.Id), row => row.State == DocumentState.Archived);

        await using var zip = await ZipArchive.CreateAsync(new MemoryStream(await city.Office.GetByteArrayAsync($"/documents/archive.zip?year={DocumentCity.Year}", DocumentCity.Cancel)), ZipArchiveMode.Read, false, null, DocumentCity.Cancel);
        using var index = JsonDocument.Parse(await ReadAsync(zip, "目录.json"));
        var entries = index.RootElement.EnumerateArray().ToList();
        Assert.Equal(["第一份通知", "第二份通知", "第三份通知"], entries.Select(entry => entry.GetProperty("title").GetString()));
        Assert.Contains("归档", string.Concat(entries[0].GetProperty("history").EnumerateArray()), StringComparison.Ordinal);
        Assert.Equal("忻府区甲", entries[0].GetProperty("receipts")[0].GetProperty("by").GetString());
        foreach (var file in entries.SelectMany(entry => entry.GetProperty("files").EnumerateArray()))
        {
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(await ReadAsync(zip, file.GetProperty("path").GetString()!))));
        }

        Assert.Equal(6, entries.SelectMany(entry => entry.GetProperty("files").EnumerateArray()).Count());
        Assert.Equal("PK"u8.ToArray(), (await ReadAsync(zip, "目录.xlsx"))[..2]);
        Assert.Contains(second.Number!, string.Concat(zip.Entries.Select(entry => entry.FullName)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_keep_register_and_archive_to_the_office()
    {
        foreach (var person in new[] { city.Leader, city.UnitPerson, city.Team, city.Administrator })
        {
            using var register = await person.GetAsync("/api/documents/register?issuer=忻考办&year=2026", DocumentCity.Cancel);
            using var archive = await person.GetAsync("/documents/archive.zip?year=2026", DocumentCity.Cancel);
            using var act = await DocumentCity.PostAsync(person, "/api/documents/archive-year", new { year = 2026 });
            Assert.All([register, archive, act], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        }
    }

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string path)
    {
        await using var stream = await zip.GetEntry(path)!.OpenAsync(DocumentCity.Cancel);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, DocumentCity.Cancel);
        return copy.ToArray();
    }
}
