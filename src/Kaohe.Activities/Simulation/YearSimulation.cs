using Kaohe.Activities.Publication;
using Kaohe.Assessment.DemoCity;
using Kaohe.Office;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Simulation;

namespace Kaohe.Activities.Simulation;

/// <summary>
/// Plays a whole year of the demo city in memory on the real engine: no database, no mail, a virtual clock. People act at the pace of a documented formula
/// (<see cref="WorkPace"/>), scores, grades and consequences come from the real rules. The calendar in force is <see cref="ActivityCalendar.Current"/>.
/// </summary>
public static class YearSimulation
{
    /// <summary>More bursts than any year has; a flow that goes round for ever ends here.</summary>
    private const int MaxTurns = 200_000;

    /// <summary>Plays the year.</summary>
    /// <param name="definitions">The annual flow and the flows that it starts.</param>
    /// <param name="demoCityFolder">The folder data/demo-city.</param>
    /// <param name="startDate">First day; the assessed year is the scheme's.</param>
    /// <exception cref="DefinitionException">None of the flows is an annual one, or one cannot be compiled.</exception>
    /// <exception cref="InvalidDataException">The demo data cannot be read.</exception>
    public static YearTimeline Run(IReadOnlyList<WorkflowDefinition> definitions, string demoCityFolder, DateOnly startDate)
    {
        var catalog = new SimulationCatalog(new ActivityRegistry(typeof(YearSimulation).Assembly), definitions);
        var annual = catalog.Published().FirstOrDefault(workflow => PublicationCheck.IsAnnual(workflow.Definition, workflow))
            ?? throw new DefinitionException("root", "给出的流程里没有年度考核流程（含有“结果评定”环节）。请给出 workflows/annual-assessment.json。");
        var city = DemoCityLoader.Load(demoCityFolder);
        var office = new SimulatedOffice(city, ActivityCalendar.Current);
        var host = new SimulatedHost(catalog, OfficeTime.At(startDate, new TimeOnly(9, 0))) { Deliver = office.Deliver };
        try
        {
            host.Start(annual.Definition.DefinitionId, FlowTiming.InputsOf(city.Scheme));
            Play(host, office);
        }
        catch (WorkflowException problem)
        {
            throw new DefinitionException("root", problem.Message);
        }

        return Timeline(host, office, city, startDate);
    }

    /// <summary>Moves the clock from one thing to the next until nobody and nothing is left to act.</summary>
    private static void Play(SimulatedHost host, SimulatedOffice office)
    {
        host.Settle();
        for (var turn = 0; turn < MaxTurns; turn++)
        {
            if (Earlier(office.NextActAt, host.NextDue()?.At) is not { } next)
            {
                return;
            }

            if (next > host.Now)
            {
                host.Advance(next - host.Now);
            }

            while (office.NextActAt <= host.Now)
            {
                office.ActNext(host);
                host.Settle();
            }

            if (host.Instances[0].State.Status == WorkflowStatus.Finished && office.NextActAt is null)
            {
                return;
            }
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null ? other : other is null || one <= other ? one : other;

    private static YearTimeline Timeline(SimulatedHost host, SimulatedOffice office, DemoCityData city, DateOnly startDate)
    {
        foreach (var entry in host.Instances[0].Journal)
        {
            if (entry.EventName is "Started" or "Completed" && StepCodes.OfType(entry.ActivityType) is { } code)
            {
                office.Timeline.Note(entry.Timestamp, StepCodes.NameOf(code), Happened(entry), entry.ActivityInstanceId);
            }
        }

        return new YearTimeline
        {
            CycleYear = city.Scheme.Year,
            Entries = office.Timeline.Entries(),
            IsFinished = host.Instances.All(instance => instance.State is { Status: WorkflowStatus.Finished, SubStatus: WorkflowSubStatus.Finished }),
            StartedOn = startDate,
            EndedOn = OfficeTime.DateOf(host.Instances.SelectMany(instance => instance.Journal).Max(entry => entry.Timestamp)),
            Units = city.Units.Count,
            Tasks = office.Tasks,
            Documents = office.Documents,
            Letters = office.Letters,
            Rectifications = office.Rectifications,
            Grades = office.Grades.GroupBy(grade => grade.Grade).ToDictionary(group => group.Key, group => group.Count()),
            Openings = office.Openings,
            Visited = host.Instances.GroupBy(instance => instance.Workflow.Definition.DefinitionId).ToDictionary(
                group => group.Key,
                IReadOnlySet<string> (group) => group.SelectMany(instance => instance.Journal).Select(entry => entry.ActivityId).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal),
            Incidents = [.. host.Instances.SelectMany(instance => instance.State.Incidents).Select(incident => incident.Message)],
        };
    }

    private static string Happened(JournalEntry entry)
    {
        if (entry.EventName == "Started")
        {
            return TimelineWriter.Begun;
        }

        var outcome = (entry.Payload?.GetValueOrDefault("Outcomes") as IEnumerable<string>)?.FirstOrDefault();
        return outcome switch
        {
            Plans.PlanOutcomes.Overdue => TimelineWriter.Late,
            Plans.PlanOutcomes.Returned => TimelineWriter.Returned,
            _ => TimelineWriter.Done,
        };
    }
}
