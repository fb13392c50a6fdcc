using Kaohe.Office.Tasks;

namespace Kaohe.Activities.Plans;

/// <summary>What the office has set in the designer, as a plan needs it.</summary>
public sealed record PlanSettings
{
    /// <summary>One of the 11 steps; null for a block.</summary>
    public string? StepCode { get; init; }

    /// <summary>Name for people: the step, or the block's title.</summary>
    public required string Name { get; init; }

    /// <summary>Role that does what names no other.</summary>
    public required string Role { get; init; }

    /// <summary>Template of the main document; empty for the item's own.</summary>
    public string Template { get; init; } = "";

    /// <summary>Whether a leader signs the main document.</summary>
    public bool NeedsSignature { get; init; }

    /// <summary>Whether the main document's receipts are collected.</summary>
    public bool NeedsReceipts { get; init; }

    /// <summary>When the activity is complete.</summary>
    public CompletionRule Completion { get; init; } = CompletionRule.AllDone;

    /// <summary>Reminders and escalation that every task gets.</summary>
    public ReminderPlan Reminders { get; init; } = ReminderPlan.None;

    /// <summary>Whether deadlines stand still while work is sent back; null for the office's policy. What an item says itself counts before it.</summary>
    public bool? PausesWhileReturned { get; init; }

    /// <summary>Role that is told after the deadline; null for nobody.</summary>
    public string? EscalationRole { get; init; }

    /// <summary>Whether the deadline ends the activity, closing what is open.</summary>
    public bool EndsAtDeadline { get; init; }
}
