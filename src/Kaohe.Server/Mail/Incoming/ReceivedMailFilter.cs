using Kaohe.Storage;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>What the list of received mails is narrowed to; what is null does not narrow.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="UnitId">The unit of the task that they are about.</param>
/// <param name="TaskId">The task that they are about.</param>
/// <param name="Text">Part of subject or sender.</param>
public sealed record ReceivedMailFilter(ReceivedMailState? State = null, string? UnitId = null, string? TaskId = null, string? Text = null)
{
    /// <summary>The received mails that it lets through, in no order.</summary>
    /// <param name="db">Where they are.</param>
    public IQueryable<ReceivedMailRow> Of(KaoheDb db)
    {
        var (mails, tasks) = (db.ReceivedMails.AsNoTracking(), db.Tasks);
        mails = State is { } state ? mails.Where(mail => mail.State == state) : mails;
        mails = TaskId is { Length: > 0 } id ? mails.Where(mail => mail.TaskId == id) : mails;
        mails = UnitId is { Length: > 0 } unit ? mails.Where(mail => mail.TaskId != null && tasks.Any(task => task.Id == mail.TaskId && task.UnitId == unit)) : mails;
        return Text is { Length: > 0 } text ? mails.Where(mail => mail.Subject.Contains(text) || mail.FromName.Contains(text) || mail.FromAddress.Contains(text)) : mails;
    }
}
