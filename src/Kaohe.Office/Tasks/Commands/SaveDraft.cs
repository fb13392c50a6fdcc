using System.Text.Json;

namespace Kaohe.Office.Tasks.Commands;

/// <summary>存草稿: keeps what is filled in so far. Nothing is checked and no history line is written: pages save often.</summary>
public sealed record SaveDraft : TaskCommand
{
    /// <summary>What is filled in.</summary>
    public required JsonElement Data { get; init; }

    /// <inheritdoc/>
    public override string Verb => "存草稿";

    /// <inheritdoc/>
    public override TaskRights Needs => TaskRights.Act;

    internal override TaskChange Apply(HumanTask task, TaskDesk desk) => new(task with { Draft = Data.Clone() }, [], []);
}
