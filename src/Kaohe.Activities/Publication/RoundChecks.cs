using System.Globalization;
using Kaohe.Activities.Plans;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Activities.Publication;

/// <summary>Rounds of a step, as far as they are written out: how many, and a deadline that every one of them can keep.</summary>
internal static class RoundChecks
{
    private const string Rounds = "rounds";

    public static IEnumerable<DefinitionProblem> Of(ActivityJson activity)
    {
        var followsScheme = StepCodes.OfType(activity.Type) == StepCodes.Supervision && !activity.Has(Rounds);
        var text = followsScheme ? null : activity.Literal(Rounds);
        if (!followsScheme && string.IsNullOrEmpty(text))
        {
            yield break;
        }

        var rounds = 0;
        if (!followsScheme && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out rounds) || rounds is < 1 or > PlanRounds.Most))
        {
            yield return new DefinitionProblem($"{activity.Path}.{Rounds}", $"“{activity.Label}”的督查轮次“{text}”不对，应是 1 到 {PlanRounds.Most} 的整数。");
        }
        else if ((followsScheme || rounds > 1) && activity.Literal("deadline") is { } deadline && DeadlineSpec.Parse(deadline).Spec is { Date: not null })
        {
            var often = followsScheme ? "没有选督查轮次，按考核方案一年办几轮" : $"一年办 {rounds} 轮";
            var or = followsScheme ? "；只办一轮的，请把督查轮次选为“全年一轮”" : "";
            yield return new DefinitionProblem(
                $"{activity.Path}.deadline", $"“{activity.Label}”{often}，完成期限不能是固定日期“{deadline}”，请改为天数，例如“20个工作日”，每轮分别起算{or}。");
        }
    }
}
