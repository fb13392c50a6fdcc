using Kaohe.Office.Calendar;
using Kaohe.Office.Tasks;
using Kaohe.Server.Calendar;
using Kaohe.Server.Identity.People;

namespace Kaohe.Server.Tasks;

/// <summary>Makes the desk at which a command is applied, from people, delegations and calendar as they are now.</summary>
/// <param name="people">All people.</param>
/// <param name="calendars">The working calendar.</param>
public sealed class TaskDesks(IOfficePeople people, IOfficeCalendar calendars)
{
    /// <summary>When nothing is sent.</summary>
    public static QuietHours Quiet => QuietHours.Default;

    /// <summary>The desk now. Read it before the write lane: a mutation must not wait for other contexts.</summary>
    public async Task<TaskDesk> OpenAsync(CancellationToken cancellationToken = default) => new(
        await people.DirectoryAsync(cancellationToken),
        await people.DelegationsAsync(cancellationToken),
        calendars.Current,
        TaskPolicy.Default);
}
