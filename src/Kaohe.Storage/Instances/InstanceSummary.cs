using System.Linq.Expressions;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Instances;

/// <summary>An instance in a list.</summary>
/// <param name="Id">Instance id.</param>
/// <param name="DefinitionId">The definition.</param>
/// <param name="DefinitionVersionId">The version row.</param>
/// <param name="Version">The version number.</param>
/// <param name="Status">Status.</param>
/// <param name="SubStatus">Sub-status.</param>
/// <param name="CorrelationId">Correlation id; null when none.</param>
/// <param name="Name">Name; null when none.</param>
/// <param name="ParentInstanceId">Parent; null for a root.</param>
/// <param name="IncidentCount">How many incidents it has.</param>
/// <param name="CreatedAt">When it started.</param>
/// <param name="UpdatedAt">When its latest burst ran.</param>
/// <param name="FinishedAt">When it ended; null while running.</param>
public sealed record InstanceSummary(
    string Id, string DefinitionId, string DefinitionVersionId, int Version, WorkflowStatus Status, WorkflowSubStatus SubStatus, string? CorrelationId, string? Name,
    string? ParentInstanceId, int IncidentCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt)
{
    // Without the state, which may be long: a list must not read it.
    internal static Expression<Func<WorkflowInstanceRow, InstanceSummary>> OfRow { get; } = i => new InstanceSummary(
        i.Id, i.DefinitionId, i.DefinitionVersionId, i.DefinitionVersion, i.Status, i.SubStatus, i.CorrelationId, i.Name, i.ParentInstanceId, i.IncidentCount,
        i.CreatedAt, i.UpdatedAt, i.FinishedAt);
}

/// <summary>An instance with its state.</summary>
/// <param name="Token">Changes with every commit; give it back when you ask for a change that relies on what you saw.</param>
/// <param name="State">The state.</param>
public sealed record InstanceDetail(long Token, WorkflowState State);
