using Kaohe.Activities.Plans;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Activities.Publication;

/// <summary>Finds owners, templates, deadlines and reminders that are missing or wrong, wherever they are written out in the definition.</summary>
internal sealed class SettingChecks(PublicationSettings settings)
{
    private static readonly string[] Roles = ["responsibleRole", "role", "escalationRole"];
    private static readonly string[] Templates = ["documentTemplate", "template"];
    private static readonly string[] Deadlines = ["deadline", "period", "window", "noticePeriod", "certificationPeriod", "reportDeadline"];
    private static readonly string[] NeedRole = ["Kaohe.HumanTask", "Kaohe.Approval"];
    private static readonly string[] Ladders = ["reminders", "escalationLadder"];
    private static readonly string[] NeedTemplate = ["Kaohe.DraftDocument"];

    public IEnumerable<DefinitionProblem> Check(ActivityJson activity, ActivityRegistry registry)
    {
        foreach (var problem in Owners(activity).Concat(TemplatesOf(activity, registry)).Concat(DeadlinesOf(activity)).Concat(RoundChecks.Of(activity)).Concat(FormOf(activity)))
        {
            yield return problem;
        }

        foreach (var input in Ladders)
        {
            var text = activity.Literal(input);
            ReminderText.Read(input == Ladders[0] ? text : null, escalationRole: null, input == Ladders[1] ? text : null, out var problem);
            if (problem is not null)
            {
                yield return new DefinitionProblem($"{activity.Path}.{input}", $"“{activity.Label}”：{problem}");
            }
        }
    }

    private static IEnumerable<DefinitionProblem> Owners(ActivityJson activity)
    {
        foreach (var input in Roles)
        {
            if (activity.Literal(input) is { Length: > 0 } role && !Role.IsKnown(role))
            {
                yield return new DefinitionProblem($"{activity.Path}.{input}", $"“{activity.Label}”的角色“{role}”不存在，请重新选择（{string.Join('、', Role.All.Select(r => r.Label))}）。");
            }
        }

        if (NeedRole.Contains(activity.Type) && !activity.Has("role") && !activity.Has("candidates"))
        {
            yield return new DefinitionProblem($"{activity.Path}.role", $"“{activity.Label}”没有办理角色，任务发不到人。请选择由谁办理。");
        }
    }

    private IEnumerable<DefinitionProblem> FormOf(ActivityJson activity)
    {
        if (activity.Type == "Kaohe.HumanTask" && activity.Literal("formId") is { Length: > 0 } form && settings.FormIds?.Contains(form) == false)
        {
            yield return new DefinitionProblem($"{activity.Path}.formId", $"“{activity.Label}”的表单没有发布或已停用，请在“表单设计”里发布，或另选一张。");
        }

        if (NeedRole.Contains(activity.Type) && activity.Literal("signing") == "count" && !activity.Has("requiredCount"))
        {
            yield return new DefinitionProblem($"{activity.Path}.requiredCount", $"“{activity.Label}”按人数通过，请填写须同意的人数。");
        }
    }

    private IEnumerable<DefinitionProblem> TemplatesOf(ActivityJson activity, ActivityRegistry registry)
    {
        foreach (var input in Templates)
        {
            if (activity.Literal(input) is { Length: > 0 } template && !settings.TemplateNames.Contains(template))
            {
                yield return new DefinitionProblem($"{activity.Path}.{input}", $"“{activity.Label}”的公文模板“{template}”不存在，请在模板列表里选择，或先上传模板。");
            }
        }

        if (NeedTemplate.Contains(activity.Type) && !activity.Has("template"))
        {
            yield return new DefinitionProblem($"{activity.Path}.template", $"“{activity.Label}”没有公文模板，请选择。");
        }

        if (StepCodes.OfType(activity.Type) is not null && registry.Descriptors.First(d => d.TypeName == activity.Type).ClrType is { } type)
        {
            var replaced = activity.Literal("documentTemplate") is { Length: > 0 };
            foreach (var item in ((StepActivity)Activator.CreateInstance(type)!).Items.Where(item => item.Template.Length > 0 && !(item.IsMain && replaced)))
            {
                if (!settings.TemplateNames.Contains(item.Template))
                {
                    yield return new DefinitionProblem(activity.Path, $"“{activity.Label}”要用的公文模板“{item.Template}”不存在，请先上传这个模板。");
                }
            }
        }
    }

    private IEnumerable<DefinitionProblem> DeadlinesOf(ActivityJson activity)
    {
        foreach (var input in Deadlines)
        {
            if (activity.Literal(input) is not { Length: > 0 } text)
            {
                continue;
            }

            var reading = DeadlineSpec.Parse(text);
            var problems = reading.Spec is null ? [reading.Problem!] : reading.Spec.Check(settings.Today, settings.Calendar);
            foreach (var problem in problems)
            {
                yield return new DefinitionProblem($"{activity.Path}.{input}", $"“{activity.Label}”的期限不对：{problem.Message}");
            }
        }
    }
}
