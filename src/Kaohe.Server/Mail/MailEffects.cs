namespace Kaohe.Server.Mail;

/// <summary>Kinds of the effects that mail asks of itself.</summary>
internal static class MailEffects
{
    /// <summary>Payload <see cref="DeliverMail"/>: one mail to one person.</summary>
    public const string Deliver = "Kaohe.DeliverMail";
}

/// <summary>A mail on record to be delivered.</summary>
/// <param name="Key">Its key in the log.</param>
internal sealed record DeliverMail(string Key);
