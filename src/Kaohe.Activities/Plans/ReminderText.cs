using System.Globalization;
using System.Text;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;

namespace Kaohe.Activities.Plans;

/// <summary>
/// Reads what the office types as ladders: working days before the deadline on which to remind (<c>3,1,0</c>), and working days after it on which the
/// person, the head of the unit and a role are told (<c>1,2,3</c>; <c>-</c> leaves one out).
/// </summary>
public static class ReminderText
{
    /// <summary>Three days before, the day before, and on the day.</summary>
    public const string DefaultReminders = "3,1,0";

    /// <summary>The person on the first working day after the deadline, the head of the unit on the second, the role on the third.</summary>
    public const string DefaultLadder = "1,2,3";

    /// <summary>What the designer says about the escalation ladder.</summary>
    public const string LadderHelp = "逾期后第几个工作日依次告知：办理人、单位主要负责人、“逾期报告”的角色，用逗号隔开，例如“1,2,3”；不告知的一级写“-”。";

    /// <summary>More working days before or after a deadline than anybody reminds.</summary>
    private const int MaximumDays = 60;

    private const string LeftOut = "-";
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly char[] Separators = [',', '，', '、', ';', '；', ' '];
    private static readonly EscalationTarget[] Rungs = [EscalationTarget.Assignee, EscalationTarget.UnitHead, EscalationTarget.Role];

    /// <summary>Makes the plan.</summary>
    /// <param name="text">Working days before the deadline; empty for no reminder.</param>
    /// <param name="escalationRole">Role that is told last; null for no escalation at all.</param>
    /// <param name="ladder">Working days after the deadline; empty for <see cref="DefaultLadder"/>.</param>
    /// <param name="problem">What is wrong with the texts, in Chinese; null when they are fine.</param>
    public static ReminderPlan Read(string? text, string? escalationRole, string? ladder, out string? problem)
    {
        problem = null;
        var days = new List<int>();
        foreach (var part in Parts(text))
        {
            if (Day(part, least: 0) is { } day)
            {
                days.Add(day);
            }
            else
            {
                problem ??= $"看不懂催办时间“{part}”，请写提前的工作日数，用逗号隔开，例如“5,2,0”（0 是当天，最多 {MaximumDays}）。";
            }
        }

        var escalations = Ladder(ladder, escalationRole, ref problem);
        if (!string.IsNullOrEmpty(escalationRole) && !Role.IsKnown(escalationRole))
        {
            problem ??= $"没有角色“{escalationRole}”，请在设计器里重新选择逾期报告的角色。";
        }

        return new ReminderPlan
        {
            Reminders = [.. days.Distinct().OrderDescending().Select(day => new ReminderStep(day, Morning))],
            Escalations = string.IsNullOrEmpty(escalationRole) ? [] : escalations,
        };
    }

    private static IReadOnlyList<EscalationStep> Ladder(string? text, string? role, ref string? problem)
    {
        var parts = Parts(string.IsNullOrWhiteSpace(text) ? DefaultLadder : text);
        var wrong = Array.Find(parts, part => part != LeftOut && Day(part, least: 1) is null);
        if (wrong is not null || parts.Length > Rungs.Length)
        {
            problem ??= $"看不懂逐级报告“{text}”，请依次写办理人、单位主要负责人、逾期报告角色在逾期后第几个工作日告知，例如“1,2,3”；不告知的写“-”（最多 {MaximumDays}）。";
            return [];
        }

        return
        [
            .. parts.Zip(Rungs).Where(rung => rung.First != LeftOut)
                .Select(rung => new EscalationStep(Day(rung.First, least: 1)!.Value, Morning, rung.Second, rung.Second == EscalationTarget.Role ? role : null)),
        ];
    }

    private static string[] Parts(string? text) =>
        (text ?? "").Normalize(NormalizationForm.FormKC).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? Day(string part, int least) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day >= least && day <= MaximumDays ? day : null;
}
