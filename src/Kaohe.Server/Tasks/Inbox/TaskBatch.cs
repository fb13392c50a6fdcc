using System.Collections.Concurrent;
using Kaohe.Server.Shell.Work;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Inbox;

/// <summary>Something done with many tasks, each by itself: what could not be done says why and does not hold up the others.</summary>
public sealed class TaskBatch
{
    private readonly ConcurrentQueue<BatchAnswer> _answers = new();

    internal TaskBatch(BatchAct act, IReadOnlyList<TaskLine> lines, string? words) => (Act, Lines, Words) = (act, lines, words);

    /// <summary>Stable id.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What is done.</summary>
    public BatchAct Act { get; }

    /// <summary>With which tasks.</summary>
    public IReadOnlyList<TaskLine> Lines { get; }

    /// <summary>Words to the people, or the opinion; null for none.</summary>
    public string? Words { get; }

    /// <summary>The answers so far, in the order of the tasks.</summary>
    public IReadOnlyList<BatchAnswer> Answers => [.. _answers];

    /// <summary>How far it is.</summary>
    public LongWork Work { get; internal set; } = null!;

    internal void Add(BatchAnswer answer) => _answers.Enqueue(answer);
}
