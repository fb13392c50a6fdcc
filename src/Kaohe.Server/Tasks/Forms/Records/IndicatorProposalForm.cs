using Kaohe.Assessment;
using Kaohe.Assessment.Responsibility;
using Kaohe.Office.Tasks;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>A proposed target.</summary>
public sealed class ProposedTargetRow
{
    /// <summary>The 二级指标.</summary>
    public string IndicatorCode { get; set; } = string.Empty;

    /// <summary>上年完成.</summary>
    public decimal? LastYear { get; set; }

    /// <summary>确保.</summary>
    public decimal? Sure { get; set; }

    /// <summary>力争.</summary>
    public decimal? Stretch { get; set; }

    /// <summary>测算依据.</summary>
    public string Grounds { get; set; } = string.Empty;
}

/// <summary>考核指标建议 of a unit: each indicator that needs a target.</summary>
public sealed class IndicatorProposalForm : TaskForm
{
    /// <summary>One row an indicator.</summary>
    public List<ProposedTargetRow> Items { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Targets;

    /// <summary>The proposed targets, as far as they are filled in.</summary>
    public IReadOnlyList<ProposedTarget> Targets() =>
        [.. Items.Where(row => row.Sure is not null).Select(row => new ProposedTarget(row.IndicatorCode, row.LastYear, row.Sure!.Value, row.Stretch, row.Grounds.Trim()))];

    /// <summary>The 指标建议 that the form is.</summary>
    /// <param name="task">The task that it belongs to.</param>
    public IndicatorProposal ToProposal(HumanTask task) => new() { Id = task.Id, UnitId = task.UnitId ?? "", Year = task.CycleYear ?? 0, Items = Targets() };

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => Items =
    [
        .. context.Facts.Targets.Select(line =>
        {
            var row = Items.Find(row => row.IndicatorCode == line.Indicator.Code) ?? new ProposedTargetRow { IndicatorCode = line.Indicator.Code, Sure = line.Present?.Sure, Stretch = line.Present?.Stretch };
            row.LastYear = line.LastYear ?? row.LastYear;
            return row;
        }),
    ];

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var line in context.Facts.Targets)
        {
            var (path, name) = ($"items[{line.Indicator.Code}]", line.Indicator.Name);
            if (Items.Find(one => one.IndicatorCode == line.Indicator.Code) is not { } row)
            {
                problems.Add(path, $"“{name}”没有提出建议，请填写。");
                continue;
            }

            problems.When(
                line.LastYear is { } known && row.LastYear != known,
                $"{path}.lastYear",
                $"“{name}”的上年完成以已认定的 {Shown.Number(line.LastYear ?? 0)} 为准，请刷新后重新提交；有出入的请在测算依据中说明。");
            problems.When(row.Sure is null, $"{path}.sure", $"请填写“{name}”的确保目标。");
            problems.AtMost($"{path}.grounds", row.Grounds, $"{name}的测算依据", 2000);
        }

        var names = context.Facts.Targets.ToDictionary(line => line.Indicator.Code, line => line.Indicator.Name);
        foreach (var problem in new ProposalIsGroundedRule([.. Items.Select(row => new ProposedTarget(row.IndicatorCode, row.LastYear, row.Sure ?? 0m, row.Sure is null ? null : row.Stretch, row.Grounds))]).Problems())
        {
            var code = Items.Find(row => problem.Path.StartsWith($"items[{row.IndicatorCode}]", StringComparison.Ordinal))?.IndicatorCode;
            problems.Add(problem.Path, code is not null && names.TryGetValue(code, out var name) ? $"“{name}”：{problem.Message}" : problem.Message);
        }

        foreach (var row in Items.Where(row => !names.ContainsKey(row.IndicatorCode)))
        {
            problems.Add($"items[{row.IndicatorCode}]", $"指标“{row.IndicatorCode}”不需要本单位提出目标，请删除。");
        }
    }
}
