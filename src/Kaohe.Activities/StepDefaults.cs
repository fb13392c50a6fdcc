namespace Kaohe.Activities;

/// <summary>What applies in a step where the office leaves an input empty.</summary>
/// <param name="Role">Responsible role.</param>
/// <param name="Deadline">Deadline from the start of the step.</param>
/// <param name="LeaderSigns">Whether a leader signs the main document.</param>
/// <param name="NeedsReceipts">Whether its receipts are collected.</param>
public sealed record StepDefaults(string Role, string Deadline, bool LeaderSigns = false, bool NeedsReceipts = false);
