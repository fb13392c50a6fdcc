using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Tasks;

/// <summary>The tables of tasks and of the calendar.</summary>
public static class TaskTables
{
    extension(KaoheDb db)
    {
        /// <summary>Tasks.</summary>
        public DbSet<TaskRow> Tasks => db.Set<TaskRow>();

        /// <summary>Who may claim which task.</summary>
        public DbSet<TaskCandidateRow> TaskCandidates => db.Set<TaskCandidateRow>();

        /// <summary>Other parts that people have in tasks.</summary>
        public DbSet<TaskPersonRow> TaskPeople => db.Set<TaskPersonRow>();

        /// <summary>Histories of tasks.</summary>
        public DbSet<TaskEventRow> TaskEvents => db.Set<TaskEventRow>();

        /// <summary>Reminders and escalations that were sent.</summary>
        public DbSet<TaskNoticeRow> TaskNotices => db.Set<TaskNoticeRow>();

        /// <summary>Who read which confidential task.</summary>
        public DbSet<TaskReadRow> TaskReads => db.Set<TaskReadRow>();

        /// <summary>Who was mentioned where.</summary>
        public DbSet<TaskMentionRow> TaskMentions => db.Set<TaskMentionRow>();

        /// <summary>Files attached to tasks.</summary>
        public DbSet<TaskAttachmentRow> TaskAttachments => db.Set<TaskAttachmentRow>();

        /// <summary>Rounds of signatures.</summary>
        public DbSet<SigningRoundRow> SigningRounds => db.Set<SigningRoundRow>();

        /// <summary>Addresses of people's calendars.</summary>
        public DbSet<CalendarFeedRow> CalendarFeeds => db.Set<CalendarFeedRow>();

        /// <summary>Calendar years entered by the office.</summary>
        public DbSet<CalendarYearRow> CalendarYears => db.Set<CalendarYearRow>();

        /// <summary>The demo's clock.</summary>
        public DbSet<DemoClockRow> DemoClock => db.Set<DemoClockRow>();
    }
}
