namespace Kaohe.Storage.Mail;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Waits for the hour at which it leaves, or for another attempt.</summary>
    Waiting,

    /// <summary>Written to the pickup folder, or taken by the mail server.</summary>
    Sent,

    /// <summary>Refused for good; the reason is in <see cref="MailRow.Error"/>.</summary>
    Failed,

    /// <summary>Called back before it left; who did so is in <see cref="MailRow.Error"/>.</summary>
    Cancelled,
}
