using Kaohe.Workflows.Activities.Flowcharts;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Validation;

namespace Kaohe.Activities.Publication;

/// <summary>
/// Whether a flow may be published. An annual flow that lacks one of the 11 steps, or can reach 结果评定 round one, is refused and the way is shown
/// (seed: 严格考核程序). Missing owners and templates, and deadlines that are past, on a day off or unreadable, are listed in any flow.
/// </summary>
public static class PublicationCheck
{
    /// <summary>Member of the definition's custom properties that says what a flow is for.</summary>
    public const string FlowProperty = "kaoheFlow";

    /// <summary>Its value for the flow of a year.</summary>
    public const string Annual = "annual";

    /// <summary>Id of the definition that a year is started with: shipped with the product, redrawn by the office.</summary>
    public const string AnnualDefinitionId = "annual-assessment";

    /// <summary>Lists everything that stands against a publication, errors first; warnings do not stop it.</summary>
    /// <param name="definition">The flow.</param>
    /// <param name="settings">What it is checked against.</param>
    public static IReadOnlyList<DefinitionProblem> Check(WorkflowDefinition definition, PublicationSettings settings)
    {
        CompiledWorkflow workflow;
        try
        {
            workflow = settings.Compiler.Compile(definition);
        }
        catch (DefinitionException problem)
        {
            return problem.Problems;
        }

        var activities = ActivityJson.Below(definition.Root, "root").ToList();
        var checks = new SettingChecks(settings);
        var whom = new WhomChecks(settings);
        return
        [
            .. new DefinitionValidator(settings.Compiler).Validate(definition, Office.OfficeTime.At(settings.Today, TimeOnly.MinValue))
                .Concat(IsAnnual(definition, workflow) ? Steps(workflow, activities) : [])
                .Concat(activities.SelectMany(activity => checks.Check(activity, settings.Compiler.Registry).Concat(whom.Of(activity)).Concat(BlockChecks.Of(activity, definition))))
                .Distinct().OrderByDescending(problem => problem.IsError),
        ];
    }

    /// <summary>Whether a flow is an annual one: it is the one that a year is started with, it says so, or it holds 考核汇总 or 结果评定.</summary>
    public static bool IsAnnual(WorkflowDefinition definition, CompiledWorkflow workflow) =>
        definition.DefinitionId == AnnualDefinitionId
        || (definition.Document.TryGetProperty("customProperties", out var custom) && custom.ValueKind == System.Text.Json.JsonValueKind.Object
            && custom.TryGetProperty(FlowProperty, out var flow) && flow.ValueEquals(Annual))
        || workflow.Activities.OfType<StepActivity>().Any(step => step.StepCode is StepCodes.ScoreAggregation or StepCodes.ResultDetermination);

    private static IEnumerable<DefinitionProblem> Steps(CompiledWorkflow workflow, List<ActivityJson> activities)
    {
        var labels = activities.DistinctBy(activity => activity.Id).ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        var walker = Walked(triggerActivityId: null);
        if (!walker.Reached.Contains(StepCodes.ResultDetermination))
        {
            yield return new DefinitionProblem("root", $"流程走不到“结果评定”。走过的路径：{Trail.Text(walker.Longest, Name)}。请把十一个环节连完整。");
        }

        foreach (var problem in Missing(walker, Name).Concat(TriggerStarts.Check(workflow, walker, Walked, Name)).Concat(Unconnected(workflow, labels, Name)))
        {
            yield return problem;
        }

        PathWalker Walked(string? triggerActivityId)
        {
            var walked = new PathWalker(ModeOf, triggerActivityId);
            walked.Walk(workflow.Root, new PathRun(0, Trail: null, PathRun.Done));
            return walked;
        }

        FlowJoinMode ModeOf(FlowJoin join) =>
            labels.TryGetValue(join.Id, out var json) && Enum.TryParse<FlowJoinMode>(json.Literal("mode"), out var mode) ? mode : FlowJoinMode.WaitAny;

        string Name(Activity activity) => labels.TryGetValue(activity.Id, out var json) ? json.Label : activity.Name ?? activity.Id;
    }

    /// <summary>One problem for each step that a way leaves out, shown where it weighs most: at 结果评定 if it is reached so.</summary>
    private static IEnumerable<DefinitionProblem> Missing(PathWalker walker, Func<Activity, string> name)
    {
        var broken = walker.Broken.SelectMany(each => StepOrder.Codes(each.Missing).Select(code => (Code: code, each.Step, each.Trail)));
        foreach (var group in broken.GroupBy(each => each.Code, StringComparer.Ordinal))
        {
            var (code, step, trail) = group.MaxBy(each => StepOrder.Count(StepOrder.Before(each.Step.StepCode)));
            var lacks = walker.Reached.Contains(code) ? "可以绕过" : "缺少";
            yield return new DefinitionProblem(
                step.NodeId,
                $"流程{lacks}“{StepCodes.NameOf(code)}”：{Trail.Text(trail, name)}。考核程序不得减少或变更环节，请让每条通向“{StepCodes.NameOf(step.StepCode)}”的路径都经过“{StepCodes.NameOf(code)}”。");
        }
    }

    /// <summary>An outcome of a step without connection lets the year end in silence.</summary>
    private static IEnumerable<DefinitionProblem> Unconnected(CompiledWorkflow workflow, Dictionary<string, ActivityJson> labels, Func<Activity, string> name) =>
        from chart in workflow.Activities.OfType<Flowchart>()
        from step in chart.Activities.OfType<StepActivity>()
        where step.StepCode != StepCodes.ResultDetermination
        from port in step.Descriptor.Ports
        where !chart.Connections.Any(connection => connection.Source == step.Id && connection.Port == port.Name)
        select new DefinitionProblem(
            labels.TryGetValue(step.Id, out var json) ? json.Path : step.NodeId,
            $"“{name(step)}”的出口“{port.DisplayName}”没有连线，走到这里流程会停住。请连到下一个环节。");
}
