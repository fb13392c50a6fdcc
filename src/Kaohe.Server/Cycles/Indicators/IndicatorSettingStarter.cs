using System.Globalization;
using Kaohe.Assessment;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Runtime;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles.Indicators;

/// <summary>Starts the flow that sets a year's targets: units propose, 考核办 collates, the 领导组 approves, the heads sign.</summary>
/// <param name="runtime">Runs the flow.</param>
/// <param name="databases">Reads what must be ready.</param>
public sealed class IndicatorSettingStarter(WorkflowRuntime runtime, IDbContextFactory<KaoheDb> databases)
{
    /// <summary>The definition that the product ships and the office may redraw.</summary>
    public const string DefinitionId = "indicator-setting";

    /// <summary>Starts it for a year.</summary>
    /// <exception cref="RulesBrokenException">It runs already, the year has begun, something is missing (all of it is listed), or there is no published flow.</exception>
    /// <exception cref="RefusedException">The person may not, or there is no such year.</exception>
    public async Task StartAsync(Actor actor, int year, CancellationToken cancellationToken)
    {
        string id;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            await db.DemandAsync(actor, year, AssessmentAct.StartCycle, cancellationToken: cancellationToken);
            var cycle = await db.RequireCycleAsync(year, cancellationToken);
            var setting = await IndicatorSetting.OfAsync(db, year, cancellationToken);
            Rule.CheckAll(
            [
                new YearHasNotBegunRule(year, cycle.Status),
                new SettingRunsOnceRule(year, setting.IsRunning),
                new EveryUnitHasTreeRule(await db.UnitsAsync(cancellationToken), await db.TreesAsync(year, cancellationToken)),
            ]);

            // Two people who start at once ask for the same id, and one of them is told that it runs.
            id = string.Create(CultureInfo.InvariantCulture, $"{IndicatorSetting.CorrelationOf(year)}-{setting.Runs + 1}");
        }

        var result = await runtime.StartAsync(
            new StartRequest
            {
                DefinitionId = DefinitionId,
                InstanceId = id,
                CorrelationId = IndicatorSetting.CorrelationOf(year),
                Name = $"{year}年度指标下达与责任书签订",
                Input = new Dictionary<string, object?> { [CycleStarter.YearInput] = year },
            },
            cancellationToken);
        Rule.CheckAll([new SettingRunsOnceRule(year, result.Outcome == RunOutcome.AlreadyDone), new FlowStartsRule(Explain(result.Outcome))]);
    }

    private static string? Explain(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Ran or RunOutcome.AlreadyDone => null,
        RunOutcome.NotFound => "没有已发布的指标下达流程，请先在“流程”中发布。",
        _ => "指标下达流程现在不能启动，请在“流程”中查看原因。",
    };
}
