using Kaohe.Assessment;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>责任书: the targets that the 领导组 has approved for the unit, and who signs for either side.</summary>
internal sealed class ResponsibilitySource : IFieldSource
{
    // Written by the head of the unit, in the copy that the signing makes (SignedStatement).
    private const string Unsigned = "　　　　年　　月　　日";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["责任书"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        sheet.Know("下达方", sheet.Cycle?.LeadingGroup?.Name);
        sheet.Know("下达方代表", sheet.Cycle?.LeadingGroup is { } group ? $"组长　{sheet.NameOf(group.LeaderId)}" : null);
        sheet.Know("签订日期", Unsigned);
        sheet.Know("分解", new List<object?>());
        if (sheet.About is not { } unit)
        {
            return;
        }

        var figures = await IndicatorFigures.OfAsync(sheet.Db, sheet.Subject.CycleYear, unit, cancellationToken);
        if (figures.Count > 0)
        {
            sheet.Know("指标", figures.Select(figure => (object?)new Dictionary<string, object?>
            {
                ["类别"] = figure.Category,
                ["名称"] = figure.Indicator.Name,
                ["确保目标"] = figure.Shown(figure.Target?.Sure),
                ["力争目标"] = figure.Shown(figure.Target?.Stretch ?? figure.Target?.Sure),
                ["权重"] = Shown.Number(figure.Indicator.Weight),
            }).ToList());
        }
    }
}
