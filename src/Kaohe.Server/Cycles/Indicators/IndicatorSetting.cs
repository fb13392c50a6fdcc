using System.Globalization;
using Kaohe.Activities;
using Kaohe.Office.Tasks;
using Kaohe.Storage;
using Kaohe.Storage.Tasks;
using Kaohe.Workflows.Execution.State;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Where 指标下达 of a year stands.</summary>
/// <param name="InstanceId">The newest run of the flow; null when it was never started.</param>
/// <param name="IsRunning">Whether that run goes on.</param>
/// <param name="Runs">How often it was started.</param>
/// <param name="Parts">Its four parts with how many of their tasks are done.</param>
public sealed record IndicatorSetting(string? InstanceId, bool IsRunning, int Runs, IReadOnlyList<SettingPart> Parts)
{
    private static readonly (string Kind, string Name)[] _parts =
    [
        (TaskKinds.IndicatorProposal, "单位提出建议"), (TaskKinds.IndicatorCollation, "考核办汇总"), (TaskKinds.IndicatorApproval, "领导组审定"), (TaskKinds.ResponsibilitySigning, "签订责任书"),
    ];

    /// <summary>Whether the targets are under way: proposed, but not yet approved.</summary>
    public bool IsUndecided => IsRunning && Parts.FirstOrDefault(part => part.Kind == TaskKinds.ResponsibilitySigning) is { All: 0 };

    /// <summary>What joins the runs of one year.</summary>
    public static string CorrelationOf(int year) => string.Create(CultureInfo.InvariantCulture, $"indicators-{year}");

    /// <summary>Reads it.</summary>
    public static async Task<IndicatorSetting> OfAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var correlation = CorrelationOf(year);
        var runs = await db.WorkflowInstances.AsNoTracking().Where(run => run.DefinitionId == IndicatorSettingStarter.DefinitionId && run.CorrelationId == correlation)
            .Select(run => new { run.Id, run.Status, run.CreatedAt }).ToListAsync(cancellationToken);
        var last = runs.Find(run => run.Status == WorkflowStatus.Running) ?? runs.MaxBy(run => run.CreatedAt);
        if (last is null)
        {
            return new IndicatorSetting(null, IsRunning: false, 0, []);
        }

        var counts = await db.Tasks.AsNoTracking().Where(task => task.InstanceId == last.Id)
            .GroupBy(task => new { task.Kind, IsDone = task.State == TaskState.Completed, task.IsLive })
            .Select(same => new { same.Key.Kind, same.Key.IsDone, same.Key.IsLive, Count = same.Count() }).ToListAsync(cancellationToken);
        return new IndicatorSetting(
            last.Id,
            last.Status == WorkflowStatus.Running,
            runs.Count,
            [
                .. from part in _parts
                   let own = counts.Where(count => count.Kind == part.Kind).ToList()
                   select new SettingPart(part.Kind, part.Name, own.Where(count => count.IsDone).Sum(count => count.Count), own.Sum(count => count.Count), own.Exists(count => count.IsLive)),
            ]);
    }
}

/// <summary>One part of 指标下达.</summary>
/// <param name="Kind">Kind of its tasks.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Done">Tasks that are done.</param>
/// <param name="All">All tasks.</param>
/// <param name="IsLive">Whether somebody has one to do.</param>
public sealed record SettingPart(string Kind, string Name, int Done, int All, bool IsLive);
