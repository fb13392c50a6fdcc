using Kaohe.Activities.Effects;
using Kaohe.Server.Mail.Delivery;
using Kaohe.Server.Tests.Documents;
using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Kaohe.Office.Documents;
using MimeKit;

namespace Kaohe.Server.Tests.Mail;

public sealed class MailTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    [Fact]
    public async Task Should_write_each_mail_once_although_its_effect_comes_twice()
    {
        var mail = new SendEmail { CycleYear = DocumentCity.Year, Addresses = ["someone@example.cn"], Subject = "一次", Body = "第一段\n\n打开办理：https://kaohe.example/tasks/1" };
        var key = Guid.NewGuid().ToString("N");
        await city.AskAsync(KaoheEffects.SendEmail, mail, key);
        var row = await SentAsync(one => one.Subject == "一次");
        await city.AskAsync(KaoheEffects.SendEmail, mail, key);
        await city.AskAsync(KaoheEffects.SendEmail, mail with { Subject = "随后" }, Guid.NewGuid().ToString("N"));
        await SentAsync(one => one.Subject == "随后");

        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(DocumentCity.Cancel);
        Assert.Equal(1, await db.Set<MailRow>().CountAsync(one => one.Subject == "一次", DocumentCity.Cancel));
        var message = await ReadAsync(row);
        Assert.Equal(1, await FilesWithAsync(message.MessageId!));
        Assert.Contains("打开办理：https://kaohe.example/tasks/1", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://kaohe.example/tasks/1\"", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_send_the_leader_the_document_to_sign_with_a_link()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true, "关于督查的通知（请签发）"), one => one.State == DocumentState.Signing);

        var message = await ReadAsync(await SentAsync(one => one.DocumentId == row.Id && one.PersonId == "p-leader"));

        Assert.Equal("leader@example.cn", Assert.IsType<MailboxAddress>(message.To.Single()).Address);
        Assert.Matches("打开签发：https://kaohe\\.example/m\\?k=[0-9a-f]{32}\\s", message.TextBody);
        Assert.EndsWith(".pdf", Assert.Single(message.Attachments.OfType<MimePart>()).FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_attach_a_document_that_the_recipient_may_not_read()
    {
        var document = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);
        await city.AskAsync(KaoheEffects.SendEmail, new SendEmail { Addresses = ["unit@example.cn"], Subject = "不该附", Body = "x", DocumentIds = [document.Id] }, Guid.NewGuid().ToString("N"));

        Assert.Empty((await ReadAsync(await SentAsync(one => one.Subject == "不该附"))).Attachments);
    }

    [Fact]
    public async Task Should_escape_what_people_wrote()
    {
        await city.AskAsync(KaoheEffects.SendEmail, new SendEmail { Addresses = ["x@example.cn"], Subject = "<b>转义</b>", Body = "<script>alert(1)</script>" }, Guid.NewGuid().ToString("N"));

        var message = await ReadAsync(await SentAsync(one => one.Subject == "<b>转义</b>"));

        Assert.DoesNotContain("<script>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", message.HtmlBody, StringComparison.Ordinal);
    }

    private Task<MailRow> SentAsync(System.Linq.Expressions.Expression<Func<MailRow, bool>> which) => city.WaitAsync(db => db.Set<MailRow>().Where(which), row => row.State == MailState.Sent);

    private async Task<MimeMessage> ReadAsync(MailRow row) =>
        await city.Services.GetRequiredService<MailFolder>().ReadAsync(row.EmlPath!, DocumentCity.Cancel) ?? throw new InvalidOperationException("No file.");

    private async Task<int> FilesWithAsync(string messageId)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(city.Folder, "mail"), "*.eml", SearchOption.AllDirectories))
        {
            count += (await MimeMessage.LoadAsync(file, DocumentCity.Cancel)).MessageId == messageId ? 1 : 0;
        }

        return count;
    }
}
