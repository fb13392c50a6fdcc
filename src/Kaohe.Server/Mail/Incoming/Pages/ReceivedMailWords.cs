using Kaohe.Server.Shell.Components;
using Kaohe.Storage.Mail;

namespace Kaohe.Server.Mail.Incoming.Pages;

/// <summary>Chinese words of received mails.</summary>
internal static class ReceivedMailWords
{
    public static string State(ReceivedMailState state) => state switch
    {
        ReceivedMailState.Waiting => "待处理",
        ReceivedMailState.Handled => "已处理",
        ReceivedMailState.Ignored => "自动邮件",
        _ => "不处理",
    };

    public static StateTone Tone(ReceivedMailState state) => state switch
    {
        ReceivedMailState.Waiting => StateTone.Soon,
        ReceivedMailState.Handled => StateTone.Done,
        _ => StateTone.Idle,
    };
}
