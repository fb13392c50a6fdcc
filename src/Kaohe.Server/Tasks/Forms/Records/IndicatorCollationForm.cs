using Kaohe.Assessment.Responsibility;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>A target that 考核办 puts in place of the proposed one.</summary>
public sealed class CollatedTargetRow
{
    /// <summary>The unit.</summary>
    public string UnitId { get; set; } = string.Empty;

    /// <summary>The 二级指标.</summary>
    public string IndicatorCode { get; set; } = string.Empty;

    /// <summary>确保.</summary>
    public decimal? Sure { get; set; }

    /// <summary>力争.</summary>
    public decimal? Stretch { get; set; }

    /// <summary>Why it departs from the unit.</summary>
    public string Reason { get; set; } = string.Empty;
}

/// <summary>指标汇总: the proposals of all units as they go to the 领导组. Only what 考核办 changes is written; the rest is what the units have submitted.</summary>
public sealed class IndicatorCollationForm : TaskForm
{
    /// <summary>What 考核办 changes.</summary>
    public List<CollatedTargetRow> Items { get; set; } = [];

    /// <summary>汇总说明 for the 领导组; may be left out.</summary>
    public string Note { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Targets;

    /// <summary>The table with the changes of 考核办 in it.</summary>
    /// <param name="lines">What is in force and what was proposed.</param>
    public IReadOnlyList<TargetLine> Collate(IReadOnlyList<TargetLine> lines)
    {
        var changes = Items.GroupBy(row => (row.UnitId, row.IndicatorCode)).ToDictionary(same => same.Key, same => same.Last());
        return
        [
            .. lines.Select(line => changes.TryGetValue((line.UnitId, line.Indicator.Code), out var row)
                ? line with { Collated = new CollatedTarget(row.UnitId, row.IndicatorCode, row.Sure, row.Stretch, row.Reason.Trim()) }
                : line),
        ];
    }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        var known = context.Facts.Targets.Select(line => (line.UnitId, line.Indicator.Code)).ToHashSet();
        foreach (var row in Items.Where(row => !known.Contains((row.UnitId, row.IndicatorCode))))
        {
            problems.Add($"items[{row.UnitId}.{row.IndicatorCode}]", $"{context.Facts.Book.NameOf(row.UnitId)}没有需要下达目标的指标“{row.IndicatorCode}”，请刷新后重新填写。");
        }

        foreach (var row in Items)
        {
            problems.AtMost($"items[{row.UnitId}.{row.IndicatorCode}].reason", row.Reason, "调整原因", 2000);
        }

        foreach (var problem in new CollationIsSoundRule(Collate(context.Facts.Targets)).Problems())
        {
            problems.Add(problem.Path, problem.Message);
        }

        problems.AtMost("note", Note, "汇总说明", 2000);
    }
}
