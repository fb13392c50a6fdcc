using System.Text.Json.Nodes;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Values;
using Kaohe.Workflows.Versioning;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Runtime;

/// <summary>What an operator may change in a running instance: its version and its variables. Each change is checked against the token that the operator saw, and journalled.</summary>
public sealed class InstanceEditor(InstanceQueries instances, DefinitionCatalog catalog, IWriteLane lane, IChangeFeed feed, TimeProvider clock)
{
    /// <summary>Says what a migration would do. Nothing changes.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="versionId">The version row it should run.</param>
    /// <param name="mapping">Old node path to new node path; null gives the activity up with everything below it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The plan and the token it holds for; null when instance or version does not exist.</returns>
    public async Task<MigrationPreview?> PreviewMigrationAsync(
        string instanceId, string versionId, IReadOnlyDictionary<string, string?> mapping, CancellationToken cancellationToken = default)
    {
        if (await instances.FindAsync(instanceId, cancellationToken) is not { } instance
            || catalog.FindVersion(instance.State.DefinitionVersionId) is not { } from
            || catalog.FindVersion(versionId) is not { } to)
        {
            return null;
        }

        return new MigrationPreview(instance.Token, InstanceMigration.Plan(from, to, instance.State, mapping));
    }

    /// <summary>Migrates an instance as previewed.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="versionId">The version row it should run.</param>
    /// <param name="mapping">As previewed.</param>
    /// <param name="token">The preview's token.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The plan that was carried out, or could not be (<see cref="MigrationPlan.Problems"/>); null when instance or version does not exist.</returns>
    /// <exception cref="ConflictException">The instance has changed since the preview.</exception>
    public async Task<MigrationPreview?> MigrateAsync(
        string instanceId, string versionId, IReadOnlyDictionary<string, string?> mapping, long token, CancellationToken cancellationToken = default)
    {
        var preview = await PreviewMigrationAsync(instanceId, versionId, mapping, cancellationToken);
        if (preview is null || !preview.Plan.IsPossible)
        {
            return preview;
        }

        var plan = preview.Plan;
        var lost = plan.LostVariables.Count == 0 ? string.Empty : $"，舍弃变量：{string.Join("、", plan.LostVariables)}";
        await StoreAsync(plan.State, token, "Migrated", $"由版本 {plan.FromVersion} 迁移到版本 {plan.ToVersion}{lost}。", cancellationToken);
        return preview;
    }

    /// <summary>Sets workflow variables by id.</summary>
    /// <returns>Whether the instance exists and runs.</returns>
    /// <exception cref="ConflictException">The instance has changed since the given token.</exception>
    public async Task<bool> SetVariablesAsync(string instanceId, IReadOnlyDictionary<string, object?> values, long token, CancellationToken cancellationToken = default)
    {
        if (await instances.FindAsync(instanceId, cancellationToken) is not { State.Status: WorkflowStatus.Running } instance
            || instance.State.ActivityExecutionContexts.Find(c => c.OwnerId is null) is not { Variables: { } variables })
        {
            return false;
        }

        foreach (var (id, value) in values)
        {
            variables[id] = PlainValue.From(value);
        }

        await StoreAsync(instance.State, token, "VariablesChanged", $"修改变量：{string.Join("、", values.Keys)}。", cancellationToken);
        return true;
    }

    private async Task StoreAsync(WorkflowState state, long token, string eventName, string message, CancellationToken cancellationToken)
    {
        var sequence = state.NextSequence;
        var json = JsonNode.Parse(WorkflowStateSerializer.Serialize(state))!;
        json["nextSequence"] = sequence + 1;
        var bytes = WorkflowStateSerializer.SerializeToUtf8Bytes(json);
        var now = clock.GetUtcNow();
        await lane.RunAsync(
            async (db, cancel) =>
            {
                var row = await db.WorkflowInstances.FirstOrDefaultAsync(i => i.Id == state.Id && i.Token == token, cancel)
                    ?? throw new ConflictException("实例在此期间有了变化，请重新预览。");
                (row.DefinitionVersionId, row.DefinitionVersion, row.State, row.Token, row.UpdatedAt) = (state.DefinitionVersionId, state.DefinitionVersion, bytes, token + 1, now);
                await db.Bookmarks.Where(b => b.WorkflowInstanceId == state.Id).ExecuteDeleteAsync(cancel);
                db.Bookmarks.AddRange(state.Status == WorkflowStatus.Running ? state.Bookmarks.Select(b => BurstRows.Bookmark(b, state)) : []);
                db.Journal.Add(Line(state, sequence, eventName, message, now));
                feed.PublishAfterCommit(db, ChangeTopics.Instance, state.Id);
                return true;
            },
            cancellationToken);
    }

    private static JournalRow Line(WorkflowState state, long sequence, string eventName, string message, DateTimeOffset now) => new()
    {
        WorkflowInstanceId = state.Id,
        Sequence = sequence,
        ActivityInstanceId = state.ActivityExecutionContexts.Find(c => c.OwnerId is null)?.Id ?? state.Id,
        ActivityId = "Workflow1",
        ActivityNodeId = "Workflow1",
        ActivityType = "Elsa.Workflow",
        ActivityTypeVersion = 1,
        EventName = eventName,
        Message = message,
        Timestamp = now,
    };
}

/// <summary>What a migration would do, and the token that it holds for.</summary>
/// <param name="Token">Token of the instance.</param>
/// <param name="Plan">The plan.</param>
public sealed record MigrationPreview(long Token, MigrationPlan Plan);
