using Kaohe.Storage.Mail;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>A message that has not left, and takes what the same person is told until then.</summary>
/// <param name="key">Key of its first mail.</param>
/// <param name="personId">To whom.</param>
/// <param name="address">Where to.</param>
/// <param name="leavesAt">When it leaves.</param>
/// <param name="joined">Mails in it besides the first.</param>
internal sealed class MailHead(string key, string? personId, string address, DateTimeOffset leavesAt, int joined)
{
    private readonly MailRow? _row;

    /// <summary>A mail that is not stored yet.</summary>
    public MailHead(MailRow row)
        : this(row.Key, row.PersonId, row.Address, row.LeavesAt, row.Joined) => _row = row;

    public string Key => key;

    public string? PersonId => personId;

    public string Address => address;

    public DateTimeOffset LeavesAt => leavesAt;

    public int Joined => joined;

    /// <summary>How many mails it was given.</summary>
    public int Taken { get; private set; }

    public bool IsStored => _row is null;

    /// <summary>Whether there is room in it.</summary>
    public bool IsOpen => joined + Taken < MailSchedule.MostJoined;

    /// <summary>Tells a mail in it.</summary>
    public void Take(MailRow mail)
    {
        (mail.HeadKey, mail.LeavesAt) = (key, leavesAt);
        Taken++;
        if (_row is not null)
        {
            _row.Joined++;
        }
    }
}
