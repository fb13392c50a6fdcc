using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Office.Documents;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Tests.Documents;

/// <summary>核稿 before 签发, where the site wants it.</summary>
public sealed class CheckingTests(CheckingCity city) : IClassFixture<CheckingCity>
{
    [Fact]
    public async Task Should_go_to_the_signer_only_after_the_office_has_read_it()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Checking);
        var hash = DocumentStore.Read(row).Current.File.Sha256;
        using var early = await DocumentCity.PostAsync(city.Leader, $"/api/documents/{row.Id}/sign", new { secret = ServerHost.Password, sha256 = hash });
        using var stranger = await DocumentCity.PostAsync(city.UnitPerson, $"/api/documents/{row.Id}/check", new { text = "可以" });
        Assert.False(early.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);

        using var passed = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/check", new { text = "文字已核" });

        Assert.True(passed.IsSuccessStatusCode, await passed.Content.ReadAsStringAsync(DocumentCity.Cancel));
        var signing = await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), one => one.State == DocumentState.Signing);
        Assert.Equal(("核稿通过", "文字已核"), (DocumentStore.Read(signing).Opinions[^1].Verb, DocumentStore.Read(signing).Opinions[^1].Text));
    }

    [Fact]
    public async Task Should_send_back_what_is_not_right_yet()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Checking);

        using var returned = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/return", new { text = "期限写错" });

        Assert.Equal(HttpStatusCode.OK, returned.StatusCode);
        await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), one => one.State == DocumentState.Drafting);

        // Corrected in Word: a file with a program in it never becomes a version, a clean one does, under the name of who made it.
        var word = await city.Office.GetByteArrayAsync($"/documents/{row.Id}/word", DocumentCity.Cancel);
        using var refused = await UploadAsync(row.Id, Changed(word, main => main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("宏", await refused.Content.ReadAsStringAsync(DocumentCity.Cancel), StringComparison.Ordinal);
        using var taken = await UploadAsync(row.Id, Changed(word, main => main.Document!.Body!.Descendants<Text>().First(text => text.Text.Contains("督查", StringComparison.Ordinal)).Text += "（改）"));
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync(DocumentCity.Cancel));
        var second = DocumentStore.Read(await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), _ => true)).Current;
        Assert.Equal((2, "考核办甲"), (second.Number, second.By.Name));
        Assert.Contains("（改）", second.Text, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> UploadAsync(string id, byte[] word)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(word), "file", "改好的.docx" } };
        return await city.Office.PostAsync($"/api/documents/{id}/file", content, DocumentCity.Cancel);
    }

    private static byte[] Changed(byte[] word, Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(word);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(document.MainDocumentPart!);
        }

        return stream.ToArray();
    }
}

/// <summary>The city on a site with <c>Documents:CheckBeforeSigning</c>.</summary>
public sealed class CheckingCity : DocumentCity
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Documents:CheckBeforeSigning=true"];
}
