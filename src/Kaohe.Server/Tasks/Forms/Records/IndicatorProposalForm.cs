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

/// <summary>考核指标建议 of a unit.</summary>
public sealed class IndicatorProposalForm : TaskForm
{
    /// <summary>One row an indicator.</summary>
    public List<ProposedTargetRow> Items { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Indicators;

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => Items =
    [
        .. context.Facts.Indicators.Select(indicator => Items.Find(row => row.IndicatorCode == indicator.Code)
            ?? new ProposedTargetRow { IndicatorCode = indicator.Code, LastYear = indicator.LastYear, Sure = indicator.Target }),
    ];

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var indicator in context.Facts.Indicators)
        {
            var path = $"items[{indicator.Code}]";
            if (Items.Find(one => one.IndicatorCode == indicator.Code) is not { } row)
            {
                problems.Add(path, $"“{indicator.Name}”没有提出建议，请填写。");
                continue;
            }

            problems.When(row.Sure is null, $"{path}.sure", $"请填写“{indicator.Name}”的确保目标。");
            problems.When(row.Stretch < row.Sure, $"{path}.stretch", $"“{indicator.Name}”的力争目标低于确保目标，请核对。");
            problems.Text($"{path}.grounds", row.Grounds, $"{indicator.Name}的测算依据", 2000);
        }

        foreach (var row in Items.Where(row => context.Facts.Indicators.All(indicator => indicator.Code != row.IndicatorCode)))
        {
            problems.Add($"items[{row.IndicatorCode}]", $"指标“{row.IndicatorCode}”不在本单位考核范围内，请删除。");
        }
    }
}
