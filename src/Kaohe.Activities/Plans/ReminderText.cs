using System.Globalization;
using System.Text;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;

namespace Kaohe.Activities.Plans;

/// <summary>Reads what the office types as reminders: working days before the deadline, for example <c>5,2,0</c>.</summary>
public static class ReminderText
{
    /// <summary>More working days before a deadline than anybody reminds.</summary>
    private const int MaximumDays = 60;

    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly char[] Separators = [',', '，', '、', ';', '；', ' '];

    /// <summary>Makes the plan: the reminders, then the unit's head one working day after the deadline and the role two days after.</summary>
    /// <param name="text">Working days before the deadline; empty for no reminder.</param>
    /// <param name="escalationRole">Role that is told; null for no escalation.</param>
    /// <param name="problem">What is wrong with the text, in Chinese; null when it is fine.</param>
    public static ReminderPlan Read(string? text, string? escalationRole, out string? problem)
    {
        problem = null;
        var days = new List<int>();
        foreach (var part in (text ?? "").Normalize(NormalizationForm.FormKC).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day <= MaximumDays)
            {
                days.Add(day);
            }
            else
            {
                problem ??= $"看不懂催办时间“{part}”，请写提前的工作日数，用逗号隔开，例如“5,2,0”（0 是当天，最多 {MaximumDays}）。";
            }
        }

        if (!string.IsNullOrEmpty(escalationRole) && !Role.IsKnown(escalationRole))
        {
            problem ??= $"没有角色“{escalationRole}”，请在设计器里重新选择逾期报告的角色。";
        }

        return new ReminderPlan
        {
            Reminders = [.. days.Distinct().OrderDescending().Select(day => new ReminderStep(day, Morning))],
            Escalations = string.IsNullOrEmpty(escalationRole)
                ? []
                : [new EscalationStep(1, Morning, EscalationTarget.UnitHead), new EscalationStep(2, Morning, EscalationTarget.Role, escalationRole)],
        };
    }
}
