using Kaohe.Server.Mail.Incoming;
using Kaohe.Server.Mail.Links;
using MimeKit;

namespace Kaohe.Server.Tests.Mail.Incoming;

/// <summary>Who sent a mail, and whether anybody did.</summary>
public sealed class SenderTests
{
    private const string Trusted = "mx.city.example";

    [Theory]
    [InlineData("mx.city.example; dkim=pass header.d=xinzhou.example; spf=fail smtp.mailfrom=other.example", SenderVerdict.Passed)]
    [InlineData("mx.city.example; spf=pass smtp.mailfrom=unit@xinzhou.example", SenderVerdict.Passed)]
    [InlineData("mx.city.example; dmarc=pass header.from=xinzhou.example", SenderVerdict.Passed)]
    [InlineData("mx.city.example; dkim=pass header.d=evil.example", SenderVerdict.Unknown)]
    [InlineData("mx.city.example; spf=fail smtp.mailfrom=xinzhou.example", SenderVerdict.Failed)]
    [InlineData("mx.city.example; dkim=pass header.d=xinzhou.example; dmarc=fail header.from=xinzhou.example", SenderVerdict.Failed)]
    [InlineData("mx.evil.example; dkim=pass header.d=xinzhou.example", SenderVerdict.Unknown)]
    [InlineData("mx.city.example; none", SenderVerdict.Unknown)]
    public void Should_believe_only_the_own_server_about_the_shown_domain(string header, SenderVerdict expected) => Assert.Equal(expected, SenderAuthentication.Of(With(header), Trusted));

    [Fact]
    public void Should_not_believe_what_the_sender_wrote_below_the_own_servers_line() =>
        Assert.Equal(SenderVerdict.Failed, SenderAuthentication.Of(With("mx.city.example; spf=fail smtp.mailfrom=xinzhou.example", "mx.city.example; dkim=pass header.d=xinzhou.example"), Trusted));

    [Fact]
    public void Should_believe_nobody_when_no_server_is_named() => Assert.Equal(SenderVerdict.Unknown, SenderAuthentication.Of(With("mx.city.example; dkim=pass header.d=xinzhou.example"), ""));

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied")]
    [InlineData("Precedence", "bulk")]
    [InlineData("X-Autoreply", "yes")]
    [InlineData("Return-Path", "<>")]
    [InlineData("List-Id", "<all.city.example>")]
    public void Should_let_automatic_mail_be(string header, string value)
    {
        var message = With();
        message.Headers.Add(header, value);

        Assert.NotNull(AutomaticMail.ReasonOf(message, ["kaohe@city.example"]));
    }

    [Theory]
    [InlineData("自动回复: 【待办任务】报送自查报告", "unit@xinzhou.example")]
    [InlineData("【待办任务】报送自查报告", "kaohe@city.example")]
    public void Should_let_absence_notes_and_own_mails_be(string subject, string from)
    {
        var message = With();
        message.Subject = subject;
        message.From.Clear();
        message.From.Add(new MailboxAddress("", from));

        Assert.NotNull(AutomaticMail.ReasonOf(message, ["kaohe@city.example"]));
    }

    [Fact]
    public void Should_take_a_mail_that_a_person_wrote()
    {
        var message = With();
        message.Headers.Add("Auto-Submitted", "no");

        Assert.Null(AutomaticMail.ReasonOf(message, ["kaohe@city.example"]));
    }

    [Theory]
    [InlineData("kaohe+abc@city.example", "abc")]
    [InlineData("KAOHE+abc@CITY.example", "abc")]
    [InlineData("kaohe@city.example", null)]
    [InlineData("kaohe+abc@other.example", null)]
    [InlineData("other+abc@city.example", null)]
    [InlineData("kaohe+@city.example", null)]
    public void Should_find_the_token_of_an_address_of_ours(string address, string? token) => Assert.Equal(token, ReplyAddress.TokenOf("kaohe@city.example", address));

    private static MimeMessage With(params string[] results)
    {
        var message = new MimeMessage([new MailboxAddress("联络员", "unit@xinzhou.example")], [new MailboxAddress("", "kaohe@city.example")], "回复", new TextPart("plain") { Text = "同意" });
        foreach (var result in results.Reverse())
        {
            message.Headers.Insert(0, "Authentication-Results", result);
        }

        return message;
    }
}
