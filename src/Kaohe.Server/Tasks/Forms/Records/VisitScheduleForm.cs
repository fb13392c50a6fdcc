using Kaohe.Assessment.Announcements;
using Kaohe.Assessment.Visits;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>When a team visits a unit.</summary>
public sealed class VisitRow
{
    /// <summary>The unit.</summary>
    public string UnitId { get; set; } = string.Empty;

    /// <summary>进驻日期.</summary>
    public DateOnly? Arrives { get; set; }

    /// <summary>离开日期.</summary>
    public DateOnly? Leaves { get; set; }

    /// <summary>When the 考核大会 begins on the day of arrival.</summary>
    public TimeOnly? MeetingAt { get; set; } = UsualMeeting;

    /// <summary>When a 考核大会 begins as a rule.</summary>
    public static TimeOnly UsualMeeting { get; } = new(9, 0);
}

/// <summary>进驻安排: when each unit is visited, and whom the public may turn to.</summary>
public sealed class VisitScheduleForm : TaskForm
{
    /// <summary>考核期间, in words.</summary>
    public string Period { get; set; } = string.Empty;

    /// <summary>联系电话.</summary>
    public string Phone { get; set; } = string.Empty;

    /// <summary>意见箱或电子邮箱.</summary>
    public string Mailbox { get; set; } = string.Empty;

    /// <summary>One row a unit.</summary>
    public List<VisitRow> Visits { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Announcements;

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => Visits =
    [
        .. context.Units.Select(unit => Visits.Find(row => row.UnitId == unit.Id) ?? new VisitRow { UnitId = unit.Id }),
    ];

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Text("period", Period, "考核期间", 200);
        problems.Text("phone", Phone, "联系电话", 60);
        problems.Text("mailbox", Mailbox, "意见箱或电子邮箱", 200);
        foreach (var unit in context.Units)
        {
            var row = Visits.Find(one => one.UnitId == unit.Id);
            problems.Date($"visits[{unit.Id}].arrives", row?.Arrives, $"{unit.ShortName}进驻日期");
            problems.Date($"visits[{unit.Id}].leaves", row?.Leaves, $"{unit.ShortName}离开日期");
            problems.When(row?.Leaves < row?.Arrives, $"visits[{unit.Id}].leaves", $"{unit.ShortName}的离开日期早于进驻日期，请改正。");
            problems.When(row is not null && row.MeetingAt is null, $"visits[{unit.Id}].meetingAt", $"请填写{unit.ShortName}考核大会的开始时间。");
            if (row?.Arrives is { } arrives && context.Facts.AnnounceBy?.Invoke(arrives) is { } latest)
            {
                foreach (var problem in new AnnouncedInTimeRule(latest, context.Today).Problems())
                {
                    problems.Add($"visits[{unit.Id}].arrives", $"{unit.ShortName}：{problem.Message}");
                }
            }
        }

        foreach (var problem in new OneMeetingAnHourRule(Meetings(context)).Problems())
        {
            problems.Add(problem.Path, problem.Message);
        }

        foreach (var row in Visits.Where(row => context.Units.All(unit => unit.Id != row.UnitId)))
        {
            problems.Add($"visits[{row.UnitId}]", $"“{row.UnitId}”不在本次进驻安排范围内，请删除。");
        }
    }

    // A unit without a team is nobody's second meeting.
    private List<MeetingSlot> Meetings(FormContext context) =>
    [
        .. from unit in context.Units
           let row = Visits.Find(one => one.UnitId == unit.Id)
           where row is { Arrives: not null, MeetingAt: not null }
           let team = context.Facts.Book.TeamOf(unit.Id)
           where team is not null
           select new MeetingSlot(unit.Id, unit.ShortName, team.Name, row.Arrives!.Value, row.MeetingAt!.Value),
    ];
}
