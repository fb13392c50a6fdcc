using Kaohe.Office;
using Kaohe.Server.Shell.Components;
using Kaohe.Storage.Mail;

namespace Kaohe.Server.Mail.Pages;

/// <summary>States of mails, as people read them.</summary>
internal static class MailWords
{
    /// <summary>The states in the order of their tabs.</summary>
    public static IReadOnlyList<MailState> States { get; } = [MailState.Sent, MailState.Waiting, MailState.Failed, MailState.Cancelled];

    /// <summary>A state as a word.</summary>
    public static string Of(MailState state) => state switch { MailState.Sent => "已发出", MailState.Waiting => "待发", MailState.Cancelled => "已取消", _ => "未送达" };

    /// <summary>Its colour.</summary>
    public static StateTone Tone(MailState state) => state switch { MailState.Sent => StateTone.Done, MailState.Waiting => StateTone.Active, MailState.Cancelled => StateTone.Idle, _ => StateTone.Overdue };

    /// <summary>What is to be said besides: why it did not leave, when it will; null when nothing.</summary>
    public static string? Note(MailRow mail, DateTimeOffset now) => mail switch
    {
        { Error: { } error } => error,
        { State: MailState.Waiting } when mail.LeavesAt > now => $"{OfficeTime.Moment(mail.LeavesAt)} 发出",
        _ => null,
    };
}
