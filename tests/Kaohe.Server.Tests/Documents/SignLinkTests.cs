using Kaohe.Activities;
using Kaohe.Office.Documents;
using Kaohe.Office.Tasks;
using Kaohe.Server.Mail.Links;
using Kaohe.Server.Tests.Given;
using Kaohe.Server.Tests.Mail;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>签发 from the leader's phone: the link in the mail, the PIN, and nothing without it.</summary>
public sealed class SignLinkTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    [Fact]
    public async Task Should_sign_a_document_behind_the_link_with_the_leaders_own_secret_only()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        var page = await LinkPage.OpenAsync(city.Visitor(), await TokenAsync(row.Id, "p-leader"));
        Assert.Contains("/m/paper?k=", page.Main, StringComparison.Ordinal); // what is signed can be read

        Assert.Contains("请输入本人签名口令", await page.PostAsync(("Input.Outcome", "signed")), StringComparison.Ordinal);
        Assert.Contains("密码不对", await page.PostAsync(("Input.Outcome", "signed"), ("Input.Secret", "wrong-1")), StringComparison.Ordinal);
        Assert.True((await TaskAsync(row.Id)).IsLive);
        Assert.Contains("已办理：签发", await page.PostAsync(("Input.Outcome", "signed"), ("Input.Opinion", "同意印发。"), ("Input.Secret", ServerHost.Password)), StringComparison.Ordinal);

        var issued = await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), one => one.State == DocumentState.Issued);
        Assert.Equal("市长", DocumentStore.Read(issued).Signature!.By.Name);
    }

    [Fact]
    public async Task Should_return_a_document_behind_the_link_and_show_it_to_nobody_else()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        var other = await LinkPage.OpenAsync(city.Visitor(), await TokenAsync(row.Id, "p-unit"));
        Assert.Contains("链接已失效", other.Main, StringComparison.Ordinal);
        var page = await LinkPage.OpenAsync(city.Visitor(), await TokenAsync(row.Id, "p-leader"));

        Assert.Contains("已办理：退回", await page.PostAsync(("Input.Outcome", "return"), ("Input.Opinion", "期限太紧"), ("Input.Secret", ServerHost.Password)), StringComparison.Ordinal);

        var returned = await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), one => one.State == DocumentState.Drafting);
        Assert.Equal("期限太紧", DocumentStore.Read(returned).Opinions[^1].Text);
    }

    // As the word of a document that waits for its signer: a mail about the document, not about the task.
    private async Task<string> TokenAsync(string documentId, string personId)
    {
        var mail = new MailRow { Key = Guid.NewGuid().ToString("N"), Address = "x@example.cn", RecipientName = "x", Subject = "x", Payload = "{}", DocumentId = documentId, PersonId = personId };
        return (await city.Services.GetRequiredService<MailTokens>().IssueAsync([mail], DocumentCity.Cancel))[mail.Key].Open;
    }

    private async Task<HumanTask> TaskAsync(string documentId)
    {
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<Kaohe.Storage.KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        return TaskStore.Read(await db.Tasks.AsNoTracking().SingleAsync(one => one.Kind == TaskKinds.SignOff && one.DocumentIds!.Contains(documentId), DocumentCity.Cancel));
    }
}
