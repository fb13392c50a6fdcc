using Kaohe.Assessment.Indicators;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>One figure before its data department.</summary>
public sealed class CertificationRow
{
    /// <summary>The unit.</summary>
    public string UnitId { get; set; } = string.Empty;

    /// <summary>The indicator.</summary>
    public string IndicatorCode { get; set; } = string.Empty;

    /// <summary>认定值; as reported, unless the department corrects it.</summary>
    public decimal? Value { get; set; }

    /// <summary>Whether it is certified.</summary>
    public bool IsCertified { get; set; }

    /// <summary>Why it is corrected, or not certified.</summary>
    public string Reason { get; set; } = string.Empty;
}

/// <summary>数据认定: every figure that waits for the department.</summary>
public sealed class CertificationForm : TaskForm
{
    /// <summary>One row a figure.</summary>
    public List<CertificationRow> Items { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Certifications;

    /// <inheritdoc/>
    public override void Prepare(FormContext context) => Items =
    [
        .. context.Facts.Readings.Select(reading => Items.Find(row => row.UnitId == reading.UnitId && row.IndicatorCode == reading.IndicatorCode)
            ?? new CertificationRow { UnitId = reading.UnitId, IndicatorCode = reading.IndicatorCode, Value = reading.Value, IsCertified = reading.IsCertified }),
    ];

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        foreach (var reading in context.Facts.Readings)
        {
            var path = $"items[{reading.UnitId}.{reading.IndicatorCode}]";
            var what = $"{context.Facts.Book.NameOf(reading.UnitId)}“{reading.Name}”";
            if (Items.Find(one => one.UnitId == reading.UnitId && one.IndicatorCode == reading.IndicatorCode) is not { } row)
            {
                problems.Add(path, $"{what}还没有认定，请认定或写明不认定的原因。");
                continue;
            }

            problems.When(row.IsCertified && row.Value is null, $"{path}.value", $"{what}没有认定值，请填写。");
            foreach (var problem in row is { IsCertified: true, Value: { } value } && value != reading.Value
                ? new FigureIsPossibleRule($"{path}.value", reading.Name, reading.Measure, value).Problems() : [])
            {
                problems.Add(problem.Path, problem.Message);
            }

            problems.When(
                (!row.IsCertified || row.Value != reading.Value) && string.IsNullOrWhiteSpace(row.Reason),
                $"{path}.reason",
                row.IsCertified ? $"{what}由 {reading.Value:0.####} 改为 {row.Value:0.####}，请写明原因。" : $"{what}不予认定，请写明原因。");
            problems.When(
                row.IsCertified && reading.Evidence.Count == 0 && !reading.IsCertified,
                $"{path}.isCertified",
                $"{what}没有佐证材料，不能认定；请写明原因，不勾选认定。");
        }

        foreach (var row in Items.Where(row => context.Facts.Readings.All(reading => reading.UnitId != row.UnitId || reading.IndicatorCode != row.IndicatorCode)))
        {
            problems.Add($"items[{row.UnitId}.{row.IndicatorCode}]", $"“{row.IndicatorCode}”不由本部门认定，请删除。");
        }
    }
}
