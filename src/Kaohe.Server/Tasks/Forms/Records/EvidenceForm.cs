using Kaohe.Assessment.Indicators;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>What shows that a figure is true.</summary>
public sealed class EvidenceItem
{
    /// <summary>What it is.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The attached file; null for a public source that the title names.</summary>
    public string? AttachmentId { get; set; }
}

/// <summary>A figure of an indicator, with evidence.</summary>
public sealed class FigureRow
{
    /// <summary>The 二级指标.</summary>
    public string IndicatorCode { get; set; } = string.Empty;

    /// <summary>累计完成值; null while nothing is stated.</summary>
    public decimal? Value { get; set; }

    /// <summary>完成情况说明.</summary>
    public string Note { get; set; } = string.Empty;

    /// <summary>Why a figure that is on record is another one now.</summary>
    public string Reason { get; set; } = string.Empty;

    /// <summary>佐证材料.</summary>
    public List<EvidenceItem> Evidence { get; set; } = [];
}

/// <summary>报送佐证: for each indicator the figure so far and what shows it.</summary>
public sealed class EvidenceForm : TaskForm
{
    /// <summary>One row an indicator.</summary>
    public List<FigureRow> Items { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Indicators;

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => Items = FigureRows.Prepare(Items, context.Facts.Indicators);

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems) => FigureRows.Check(Items, "items", context, problems, isEachNeeded: false);
}

/// <summary>What every form with figures of indicators has in common.</summary>
internal static class FigureRows
{
    public static List<FigureRow> Prepare(List<FigureRow> rows, IReadOnlyList<FormIndicator> indicators) =>
    [
        .. indicators.Select(indicator => rows.Find(row => row.IndicatorCode == indicator.Code) ?? new FigureRow { IndicatorCode = indicator.Code, Value = indicator.Value }),
        .. rows.Where(row => indicators.All(indicator => indicator.Code != row.IndicatorCode)),
    ];

    public static void Check(List<FigureRow> rows, string list, FormContext context, FormProblems problems, bool isEachNeeded)
    {
        foreach (var indicator in context.Facts.Indicators.Where(indicator => isEachNeeded && rows.Find(row => row.IndicatorCode == indicator.Code)?.Value is null))
        {
            problems.Add($"{list}[{indicator.Code}].value", $"“{indicator.Name}”没有填写完成值，请填写。");
        }

        foreach (var same in rows.GroupBy(row => row.IndicatorCode).Where(same => same.Count() > 1))
        {
            problems.Add($"{list}[{same.Key}]", $"指标“{same.Key}”填了 {same.Count()} 次，请只留一个。");
        }

        problems.When(!isEachNeeded && rows.All(row => row.Value is null), list, "还没有填写任何一项完成值，请至少填写一项；没有完成的填 0。");
        foreach (var row in rows)
        {
            Check(row, $"{list}[{row.IndicatorCode}]", context, problems);
        }
    }

    private static void Check(FigureRow row, string path, FormContext context, FormProblems problems)
    {
        if (context.Facts.Indicators.FirstOrDefault(indicator => indicator.Code == row.IndicatorCode) is not { } indicator)
        {
            problems.Add(path, $"指标“{row.IndicatorCode}”不在本单位考核范围内，请删除。");
            return;
        }

        problems.When(
            row.Value is { } value && indicator.Value is { } known && value != known && string.IsNullOrWhiteSpace(row.Reason),
            $"{path}.reason",
            $"“{indicator.Name}”原填 {indicator.Value:0.####}，现改为 {row.Value:0.####}，请写明修改原因。");
        foreach (var problem in row.Value is { } figure ? new FigureIsPossibleRule($"{path}.value", indicator.Name, indicator.Measure, figure).Problems() : [])
        {
            problems.Add(problem.Path, problem.Message);
        }

        foreach (var (evidence, index) in row.Evidence.Select((evidence, index) => (evidence, index)))
        {
            problems.Text($"{path}.evidence[{index}].title", evidence.Title, $"{indicator.Name}第 {index + 1} 份佐证的名称", 200);
            problems.When(
                evidence.AttachmentId is { } file && !context.Attachments.Contains(file),
                $"{path}.evidence[{index}].attachmentId",
                $"“{indicator.Name}”的佐证“{evidence.Title}”没有上传成功，请重新上传。");
        }
    }
}
