using System.Net;
using System.Text.RegularExpressions;
using Kaohe.Office.Documents;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Tests.Documents;

/// <summary>An office that numbers, seals and issues by hand.</summary>
public sealed partial class HandWorkTests(HandWorkTests.ByHand city) : IClassFixture<HandWorkTests.ByHand>
{
    [Fact]
    public async Task Should_go_from_signature_to_archive_by_hand_and_check_the_paper()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        await DoneAsync(city.Leader, row.Id, "sign", new { secret = ServerHost.Password, sha256 = DocumentStore.Read(row).Current.File.Sha256 });
        await DoneAsync(city.Office, row.Id, "number");
        await DoneAsync(city.Office, row.Id, "seal");
        await DoneAsync(city.Office, row.Id, "issue");
        using var early = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/archive");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        await DoneAsync(city.UnitPerson, row.Id, "receive");
        await DoneAsync(city.Office, row.Id, "archive");

        var page = WebUtility.HtmlDecode(await city.Visitor().GetStringAsync($"/verify?code={row.CheckCode}", DocumentCity.Cancel));

        Assert.Contains("忻考办〔", page, StringComparison.Ordinal);
        Assert.Contains("电子签名完好", page, StringComparison.Ordinal);
        Assert.Contains("已归档", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_every_wrong_code_alike_and_stop_a_guesser()
    {
        var draft = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        var desk = (Kaohe.Server.Verify.VerifyDesk)city.Services.GetService(typeof(Kaohe.Server.Verify.VerifyDesk))!;

        var notIssued = await desk.CheckAsync(null, draft.CheckCode, "a", cancellationToken: DocumentCity.Cancel);
        var wrong = await desk.CheckAsync("忻考办〔2026〕1号", "AAAA-BBBB-CCCC", "a", cancellationToken: DocumentCity.Cancel);
        var answers = new List<Kaohe.Server.Verify.VerifyOutcome>();
        for (var i = 0; i < 12; i++)
        {
            answers.Add((await desk.CheckAsync(null, "AAAA", "guesser", cancellationToken: DocumentCity.Cancel)).Outcome);
        }

        Assert.Equal(notIssued, wrong);
        Assert.Equal(Kaohe.Server.Verify.VerifyOutcome.TooMany, answers[^1]);
    }

    [Fact]
    public async Task Should_compare_an_uploaded_file_with_what_went_out_and_keep_nothing_of_it()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        await DoneAsync(city.Leader, row.Id, "sign", new { secret = ServerHost.Password, sha256 = DocumentStore.Read(row).Current.File.Sha256 });
        foreach (var act in new[] { "number", "seal", "issue" })
        {
            await DoneAsync(city.Office, row.Id, act);
        }

        Assert.Empty(PlayedCity.WordErrors(await city.Office.GetByteArrayAsync($"/documents/{row.Id}/word", DocumentCity.Cancel)));
        var issued = await city.Office.GetByteArrayAsync($"/documents/{row.Id}/pdf", DocumentCity.Cancel);
        var changed = issued.ToArray();
        changed[^20] ^= 1;
        var kept = Kept();

        Assert.Contains("上传的文件与印发的文件完全一致", await UploadAsync(row.CheckCode, issued), StringComparison.Ordinal);
        Assert.Contains("上传的文件与印发的文件不一致", await UploadAsync(row.CheckCode, changed), StringComparison.Ordinal);
        Assert.Contains("没有查到相符的公文", await UploadAsync("AAAA-BBBB-CCCC", issued), StringComparison.Ordinal);
        Assert.Equal(kept, Kept());

        int Kept() => Directory.GetFiles(city.Folder, "*", SearchOption.AllDirectories).Count(file => new FileInfo(file).Length == issued.Length);
    }

    // Sends the form as a browser does that came by the QR code: no number.
    private async Task<string> UploadAsync(string code, byte[] file)
    {
        var visitor = city.Visitor();
        var page = await visitor.GetStringAsync("/verify", DocumentCity.Cancel);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("verify"), "_handler" },
            { new StringContent(Token().Match(page).Groups["token"].Value), "__RequestVerificationToken" },
            { new StringContent(string.Empty), "Input.Number" },
            { new StringContent(code), "Input.Code" },
            { new ByteArrayContent(file), "Input.File", "通知.pdf" },
        };
        using var answer = await visitor.PostAsync("/verify", form, DocumentCity.Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(DocumentCity.Cancel));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    private static async Task DoneAsync(HttpClient who, string id, string act, object? body = null)
    {
        using var answer = await DocumentCity.PostAsync(who, $"/api/documents/{id}/{act}", body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{act}: {await answer.Content.ReadAsStringAsync(DocumentCity.Cancel)}");
    }

    public sealed class ByHand : DocumentCity
    {
        protected override IEnumerable<string> Settings => [.. base.Settings, "--Documents:IssueAfterSigning=false"];
    }
}
