namespace Kaohe.Server.Mail;

/// <summary>Kinds of the effects that mail asks of itself.</summary>
internal static class MailEffects
{
    /// <summary>Payload <see cref="DeliverMail"/>: mails that one thing caused, each to one person.</summary>
    public const string Deliver = "Kaohe.DeliverMail";
}

/// <summary>Mails on record to be delivered.</summary>
/// <param name="Keys">Their keys in the log.</param>
internal sealed record DeliverMail(IReadOnlyList<string> Keys);
