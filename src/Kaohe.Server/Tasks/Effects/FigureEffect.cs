using Kaohe.Activities;
using Kaohe.Assessment.Readings;
using Kaohe.Office;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Tasks.Effects;

/// <summary>报送佐证 and 自查报告: the figures become the unit's readings, with their evidence.</summary>
/// <param name="readings">The readings.</param>
internal sealed class FigureEffect(ReadingService readings) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds => [TaskKinds.EvidenceFiling, TaskKinds.SelfAssessmentReport];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        var rows = completion.Form switch
        {
            EvidenceForm evidence => evidence.Items,
            SelfAssessmentForm report => report.Figures,
            _ => [],
        };
        if (completion.Task is { UnitId: { } unitId, CycleYear: { } year } && rows.Exists(row => row.Value is not null))
        {
            await readings.ReportAsync(completion.Db, completion.Actor, year, [.. rows.Where(row => row.Value is not null).Select(row => Figure(unitId, completion.Origin.Period, row))], cancellationToken);
        }

        return [];
    }

    // Evidence that was filed before stays when nothing new is filed.
    private static ReportedFigure Figure(string unitId, string? period, FigureRow row) => new()
    {
        UnitId = unitId,
        IndicatorCode = row.IndicatorCode,
        Period = period,
        Value = row.Value!.Value,
        Reason = row.Reason.Length == 0 ? null : row.Reason,
        Evidence = row.Evidence.Count == 0 ? null : [.. row.Evidence.Select(evidence => new Evidence(evidence.Title, evidence.AttachmentId))],
    };
}
