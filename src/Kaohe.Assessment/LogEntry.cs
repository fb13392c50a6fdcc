namespace Kaohe.Assessment;

/// <summary>One act on a record, kept for good.</summary>
/// <param name="Act">What was done, in Chinese, for example 退回.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Comment">What was said about it.</param>
public sealed record LogEntry(string Act, string By, DateTimeOffset At, string Comment = "");
