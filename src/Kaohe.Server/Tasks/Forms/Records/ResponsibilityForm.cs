using Kaohe.Assessment.Indicators;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Responsibility;
using Kaohe.Office.Tasks;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>Who answers for one indicator.</summary>
public sealed class AssignmentRow
{
    /// <summary>The 二级指标.</summary>
    public string IndicatorCode { get; set; } = string.Empty;

    /// <summary>The official.</summary>
    public string OfficialId { get; set; } = string.Empty;

    /// <summary>工作环节或岗位; may be left out.</summary>
    public string Duty { get; set; } = string.Empty;
}

/// <summary>签订责任书: the head answers for the unit, and every target is broken down to somebody of the unit.</summary>
public sealed class ResponsibilityForm : TaskForm
{
    /// <summary>Whether the head signs.</summary>
    public bool Confirmed { get; set; }

    /// <summary>责任分解: one row an indicator.</summary>
    public List<AssignmentRow> Assignments { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.TargetsInForce | FormNeeds.UnitPeople;

    /// <summary>The 责任书 as it is signed.</summary>
    /// <param name="task">The task that it belongs to.</param>
    /// <param name="targets">The targets in force.</param>
    public ResponsibilityStatement ToStatement(HumanTask task, IReadOnlyList<Target> targets) => new()
    {
        Id = task.Id,
        UnitId = task.UnitId ?? "",
        Year = task.CycleYear ?? 0,
        Targets = targets,
        Assignments = [.. Assignments.Where(row => row.OfficialId.Length > 0).Select(row => new Assignment(row.IndicatorCode, row.OfficialId, row.Duty.Trim()))],
    };

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => Assignments =
    [
        .. Bound(context).Select(line => Assignments.Find(row => row.IndicatorCode == line.Indicator.Code) ?? new AssignmentRow { IndicatorCode = line.Indicator.Code }),
    ];

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.When(!Confirmed, "confirmed", "请核对责任书和指标后勾选确认；有不同意见的，请在“更多”中退回到前面的任务。");
        var lines = Bound(context);
        if (lines.Count > 0 && context.Facts.People.Count == 0)
        {
            problems.Add("assignments", "本单位还没有登记人员，目标不能分解到人，请考核办先在“人员”里登记。");
            return;
        }

        var names = lines.ToDictionary(line => line.Indicator.Code, line => line.Indicator.Name);
        foreach (var row in Assignments)
        {
            var path = $"assignments[{row.IndicatorCode}]";
            problems.When(!names.ContainsKey(row.IndicatorCode), path, $"“{row.IndicatorCode}”不在本单位的责任书里，请删除。");
            problems.When(
                row.OfficialId.Length > 0 && context.Facts.People.All(person => person.Id != row.OfficialId), $"{path}.officialId", $"“{row.OfficialId}”不是本单位在职人员，请从名单中选择。");
            problems.AtMost($"{path}.duty", row.Duty, "工作环节或岗位", 200);
        }

        var statement = ToStatement(context.Task, [.. lines.Select(line => line.Present!)]);
        foreach (var problem in lines.Count == 0 ? [] : new EverybodyHasATaskRule(statement, LeadingBody(context)).Problems())
        {
            var line = lines.FirstOrDefault(line => problem.Path == $"assignments[{line.Indicator.Code}]");
            problems.Add(line is null ? "assignments" : $"{problem.Path}.officialId", line is null ? problem.Message : $"“{line.Indicator.Name}”没有落实责任人，请选择。");
        }
    }

    private static List<TargetLine> Bound(FormContext context) => [.. context.Facts.Targets.Where(line => line.Present is not null)];

    private static List<Official> LeadingBody(FormContext context) =>
    [
        .. context.Facts.People.Where(person => person.IsLeading)
            .Select(person => new Official { Id = person.Id, Name = person.Name, UnitId = context.Task.UnitId ?? "", Post = person.Post, Rank = PostRank.Member }),
    ];
}
