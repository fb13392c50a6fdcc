using Kaohe.Assessment.Supervision;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>How one indicator was found to stand.</summary>
public sealed class FindingRow
{
    /// <summary>The 二级指标.</summary>
    public string IndicatorCode { get; set; } = string.Empty;

    /// <summary>What the team found.</summary>
    public Progress? Stated { get; set; }

    /// <summary>存在问题.</summary>
    public string Note { get; set; } = string.Empty;
}

/// <summary>督查记录 of a unit.</summary>
public sealed class FindingForm : TaskForm
{
    /// <summary>One row an indicator.</summary>
    public List<FindingRow> Items { get; set; } = [];

    /// <summary>总体评价.</summary>
    public string Overall { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Indicators;

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => Items =
    [
        .. context.Facts.Indicators.Select(indicator => Items.Find(row => row.IndicatorCode == indicator.Code) ?? new FindingRow { IndicatorCode = indicator.Code }),
    ];

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var indicator in context.Facts.Indicators)
        {
            var row = Items.Find(one => one.IndicatorCode == indicator.Code);
            problems.When(row?.Stated is null, $"items[{indicator.Code}].stated", $"请认定“{indicator.Name}”的进展。");
            problems.When(
                row?.Stated is Progress.Behind or Progress.NotDone && string.IsNullOrWhiteSpace(row.Note),
                $"items[{indicator.Code}].note",
                $"“{indicator.Name}”{(row?.Stated == Progress.Behind ? "进度滞后" : "未完成")}，请写明问题。");
        }

        problems.Text("overall", Overall, "总体评价");
    }
}
