using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Kaohe.Office;
using Kaohe.Server.Documents;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Inbox;

/// <summary>Deadlines as an iCalendar file (RFC 5545): a whole day each. A confidential task shows that something is due and nothing else.</summary>
/// <param name="address">Address of the product, for the links.</param>
public sealed class CalendarFile(PublicAddress address)
{
    /// <summary>Media type of the file.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    private const string Free = "TRANSPARENT";

    /// <summary>Writes the file.</summary>
    /// <param name="feed">The deadlines.</param>
    public string Write(CalendarFeed feed)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Kaohe.Workflows//Deadlines//ZH", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", "考核任务期限");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var line in feed.Lines)
        {
            calendar.Events.Add(Event(line, feed.At));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private CalendarEvent Event(TaskLine line, DateTimeOffset now)
    {
        var last = OfficeTime.DateOf(line.DueAt!.Value);
        return new CalendarEvent
        {
            Uid = $"{line.Id}@kaohe",
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = new CalDateTime(last),
            End = new CalDateTime(last.AddDays(1)),
            Summary = line.IsConfidential ? "到期：限定知悉范围的任务" : $"到期：{line.Title}",
            Description = line.IsConfidential ? "请登录系统查看。" : $"{(line.AssigneeName is { } name ? $"办理人：{name}" : "待签收")}。请登录系统办理。",
            Url = new Uri(address.Of($"/tasks/{line.Id}")),
            Transparency = Free,
        };
    }
}
