using Kaohe.Office.Calendar;

namespace Kaohe.Server.Calendar;

/// <summary>The working calendar that the whole product counts with.</summary>
public interface IOfficeCalendar
{
    /// <summary>The calendar in force: the shipped tables, and before them what the office entered.</summary>
    WorkingCalendar Current { get; }
}
