using System.Globalization;
using Kaohe.Assessment;
using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;
using Kaohe.Storage;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Runtime;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Cycles;

/// <summary>Starts the annual flow of a year. The first burst and the year's new state commit together.</summary>
/// <param name="runtime">Runs the flow.</param>
/// <param name="databases">Reads what must be ready.</param>
/// <param name="clock">Says when.</param>
public sealed class CycleStarter(WorkflowRuntime runtime, IDbContextFactory<KaoheDb> databases, TimeProvider clock)
{
    /// <summary>The definition that the product ships and the office may redraw.</summary>
    public const string DefinitionId = Kaohe.Activities.Publication.PublicationCheck.AnnualDefinitionId;

    /// <summary>Name of the flow's input that carries the year.</summary>
    public const string YearInput = "cycleYear";

    /// <summary>Id of a year's instance: one year runs once.</summary>
    public static string InstanceId(int year) => string.Create(CultureInfo.InvariantCulture, $"cycle-{year}");

    /// <summary>Starts the year.</summary>
    /// <exception cref="RulesBrokenException">Something is missing (all of it is listed), or there is no published flow.</exception>
    /// <exception cref="RefusedException">The person may not, or there is no such year.</exception>
    public async Task StartAsync(Actor actor, int year, CancellationToken cancellationToken)
    {
        Dictionary<string, object?> input;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            await db.DemandAsync(actor, year, AssessmentAct.StartCycle, cancellationToken: cancellationToken);
            var cycle = (await db.RequireCycleAsync(year, cancellationToken)).Value;
            Rule.CheckAll(
            [
                new FlowStartsRule(cycle.WorkflowInstanceId is null ? null : $"{year} 年度已经启动，不能重复启动。"),
                new CycleIsReadyRule(await CycleService.ObstaclesAsync(db, year, cancellationToken)),
            ]);
            input = Kaohe.Activities.FlowTiming.InputsOf(await db.RequireSchemeAsync(year, cancellationToken));
        }

        var result = await runtime.StartAsync(
            new StartRequest
            {
                DefinitionId = DefinitionId,
                InstanceId = InstanceId(year),
                CorrelationId = InstanceId(year),
                Name = $"{year}年度目标责任考核",
                Input = input,
                Alongside = (db, cancel) => MarkAsync(db, actor, year, cancel),
            },
            cancellationToken);
        Rule.CheckAll([new FlowStartsRule(Explain(result.Outcome, year))]);
    }

    private async Task MarkAsync(KaoheDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        var row = await db.RequireCycleAsync(year, cancellationToken);
        row.Write(row.Value with
        {
            Status = CycleStatus.Running, WorkflowInstanceId = InstanceId(year), StartedAt = clock.GetUtcNow(), StartedBy = actor.Id,
        });
    }

    private static string? Explain(RunOutcome outcome, int year) => outcome switch
    {
        RunOutcome.Ran => null,
        RunOutcome.NotFound => "没有已发布的年度考核流程，请先在“流程”中发布。",
        RunOutcome.AlreadyDone => $"{year} 年度已经启动，不能重复启动。",
        _ => "年度考核流程现在不能启动，请在“流程”中查看原因。",
    };
}
