using Kaohe.Workflows.Activities.Flowcharts;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Validation;

/// <summary>Finds everything in a definition that a person should mend before it is published.</summary>
/// <param name="compiler">Knows the activity types.</param>
public sealed class DefinitionValidator(WorkflowCompiler compiler)
{
    /// <summary>Most problems that are listed; more than these nobody reads.</summary>
    public const int MaxProblems = 1_000;

    /// <summary>What keeps a definition even from being kept as a draft: it could not be read again. Everything else may be mended later.</summary>
    /// <param name="definition">The definition.</param>
    public static IReadOnlyList<DefinitionProblem> CheckDraft(WorkflowDefinition definition) =>
        [.. ShapeCheck.Find(definition.Document).Concat(Names(definition.Variables, "variables")).OrderByDescending(p => p.IsError).Take(MaxProblems)];

    /// <summary>Lists all problems, errors first.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="now">The time of the check, for triggers.</param>
    public IReadOnlyList<DefinitionProblem> Validate(WorkflowDefinition definition, DateTimeOffset now)
    {
        CompiledWorkflow workflow;
        try
        {
            workflow = compiler.Compile(definition);
        }
        catch (DefinitionException problem)
        {
            return problem.Problems;
        }

        return
        [
            .. ShapeCheck.Find(definition.Document)
                .Concat(Identity(definition))
                .Concat(Names(definition.Variables, "variables"))
                .Concat(workflow.Problems)
                .Concat(workflow.Activities.OfType<Flowchart>().SelectMany(FlowchartCheck.Find))
                .Concat(Triggers(workflow, now))
                .Distinct().OrderByDescending(p => p.IsError).Take(MaxProblems),
        ];
    }

    private static IEnumerable<DefinitionProblem> Identity(WorkflowDefinition definition)
    {
        if (definition.DefinitionId.Length == 0)
        {
            yield return new DefinitionProblem("definitionId", "流程没有编号（definitionId）。请重新从设计器导出，或补上一个编号。");
        }

        if (string.IsNullOrWhiteSpace(definition.Name))
        {
            yield return new DefinitionProblem("name", "流程没有名称。请在设计器的属性里填写。", IsError: false);
        }
    }

    private static IEnumerable<DefinitionProblem> Names(IReadOnlyList<VariableDefinition> variables, string path)
    {
        foreach (var group in variables.GroupBy(v => v.Name).Where(g => g.Count() > 1))
        {
            yield return new DefinitionProblem(path, $"有 {group.Count()} 个变量都叫“{group.Key}”。请改名，让每个变量的名称不同。");
        }

        for (var i = 0; i < variables.Count; i++)
        {
            var variable = variables[i];
            if (!variable.TypeName.Contains('.', StringComparison.Ordinal) && !TypeAliases.IsKnown(variable.TypeName))
            {
                yield return new DefinitionProblem($"{path}[{i}].typeName", $"变量“{variable.Name}”的类型“{variable.TypeName}”不认识，会当作任意值处理。请改选列表里的类型。", IsError: false);
            }

            if (InitialProblem(variable) is { } message)
            {
                yield return new DefinitionProblem($"{path}[{i}].value", message);
            }
        }
    }

    private static string? InitialProblem(VariableDefinition variable)
    {
        try
        {
            VariableValue.Initial(variable);
            return null;
        }
        catch (WorkflowException problem)
        {
            return problem.Message;
        }
    }

    private static IEnumerable<DefinitionProblem> Triggers(CompiledWorkflow workflow, DateTimeOffset now)
    {
        foreach (var trigger in workflow.Activities.OfType<Trigger>().Where(t => t.CanStartWorkflow))
        {
            var message = TriggerIndexer.Problem(workflow, trigger, now);
            if (message is not null)
            {
                yield return new DefinitionProblem(trigger.NodeId, $"触发活动“{trigger.Name ?? trigger.Id}”不能启动流程：{message}");
            }
        }
    }
}
