namespace Kaohe.Server.Tasks.Inbox;

/// <summary>What is done with many tasks at once.</summary>
public enum BatchAct
{
    /// <summary>批量催办.</summary>
    Urge,

    /// <summary>批量通过: approvals that ask for nothing but the answer.</summary>
    Approve,
}

/// <summary>How it went with one task of many.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsDone">Whether it was done.</param>
/// <param name="Message">What came of it, in Chinese; why not, when it was not.</param>
public sealed record BatchAnswer(string TaskId, string Title, bool IsDone, string Message);
