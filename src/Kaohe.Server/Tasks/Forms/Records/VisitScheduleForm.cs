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
    public override void Prepare(FormContext context) => Visits =
    [
        .. context.Facts.Book.Units.Select(unit => Visits.Find(row => row.UnitId == unit.Id) ?? new VisitRow { UnitId = unit.Id }),
    ];

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.Text("period", Period, "考核期间", 200);
        problems.Text("phone", Phone, "联系电话", 60);
        problems.Text("mailbox", Mailbox, "意见箱或电子邮箱", 200);
        foreach (var unit in context.Facts.Book.Units)
        {
            var row = Visits.Find(one => one.UnitId == unit.Id);
            problems.Date($"visits[{unit.Id}].arrives", row?.Arrives, $"{unit.ShortName}进驻日期");
            problems.Date($"visits[{unit.Id}].leaves", row?.Leaves, $"{unit.ShortName}离开日期");
            problems.When(row?.Leaves < row?.Arrives, $"visits[{unit.Id}].leaves", $"{unit.ShortName}的离开日期早于进驻日期，请改正。");
        }
    }
}
