using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Sql;
using Kaohe.Storage.Timers;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Runtime;

/// <summary>Writes everything a burst did in the transaction of the given context: instance, bookmarks, journal, executions, incidents, effects, children.</summary>
internal sealed class BurstWriter(OutboxWriter outbox, IChangeFeed feed, TimerWake timers)
{
    private static readonly SqlText DeleteBookmark = new("DELETE FROM bookmarks WHERE id = $1", SqlParameterKind.Text);
    private static readonly SqlText DeleteIncidents = new("DELETE FROM incidents WHERE workflow_instance_id = $1", SqlParameterKind.Text);

    private static readonly SqlText CorrelateBookmarks = new(
        "UPDATE bookmarks SET correlation_id = $1 WHERE workflow_instance_id = $2", SqlParameterKind.Text, SqlParameterKind.Text);

    // SQLite rewrites the index of every column that an UPDATE names, changed or not: most bursts go from waiting to waiting, and name few.
    private static readonly SqlText UpdateState = new(
        "UPDATE workflow_instances SET token = $1, incident_count = $2, updated_at = $3, state = $4 WHERE id = $5 AND token = $6",
        SqlParameterKind.Long, SqlParameterKind.Integer, SqlParameterKind.Time, SqlParameterKind.Bytes, SqlParameterKind.Text, SqlParameterKind.Long);

    // A stimulus that came before its bookmark is waiting in the outbox.
    private static readonly SqlText WakeStimulus = new(
        "UPDATE outbox SET available_at = $1 WHERE match_hash = $2 AND lease_owner IS NULL",
        SqlParameterKind.Time, SqlParameterKind.Text);

    /// <summary>Writes a burst and its children.</summary>
    /// <exception cref="StaleStateException">The instance was committed by somebody else since the burst was computed.</exception>
    /// <exception cref="AlreadyStartedException">An instance with that id exists already.</exception>
    public Task WriteAsync(KaoheDb db, PreparedBurst burst, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch();
        Add(db, batch, burst);
        return batch.ExecuteAsync(db, cancellationToken);
    }

    private void Add(KaoheDb db, SqlBatch batch, PreparedBurst burst)
    {
        var (result, before) = (burst.Result, burst.Before);
        var state = result.State;
        var sql = HotSql.Of(db);
        var row = BurstRows.Instance(state, burst.Token + 1, burst.IsSystem);
        if (before is null)
        {
            batch.AddMust(() => new AlreadyStartedException(state.Id), sql.Instances.Ensure, sql.Instances.Values(row));
        }
        else if (LooksTheSame(before, state))
        {
            batch.AddMust(() => Stale(state), UpdateState, row.Token, row.IncidentCount, row.UpdatedAt, row.State, row.Id, burst.Token);
        }
        else
        {
            var values = sql.Instances.Values(row, more: 1);
            values[^1] = burst.Token;
            batch.AddMust(() => Stale(state), sql.Instances.Update!, values);
        }

        AddBookmarks(db, batch, before, state);
        foreach (var entry in result.Journal)
        {
            batch.Add(sql.Journal.Insert, sql.Journal.Values(BurstRows.Journal(entry)));
        }

        foreach (var record in result.Executions)
        {
            batch.Add(sql.Executions.Replace, sql.Executions.Values(BurstRows.Execution(record)));
        }

        AddIncidents(batch, sql, before, state);
        foreach (var effect in result.Effects)
        {
            outbox.Add(db, batch, effect, state.UpdatedAt);
        }

        feed.PublishAfterCommit(db, ChangeTopics.Instance, state.Id);
        foreach (var child in result.Children)
        {
            Add(db, batch, new PreparedBurst(child, Before: null, Token: 0, burst.IsSystem));
        }
    }

    private static StaleStateException Stale(WorkflowState state) => new($"Instance {state.Id}");

    private static bool LooksTheSame(WorkflowState before, WorkflowState after) =>
        (before.DefinitionVersionId, before.Status, before.SubStatus, before.CorrelationId, before.Name, before.FinishedAt)
        == (after.DefinitionVersionId, after.Status, after.SubStatus, after.CorrelationId, after.Name, after.FinishedAt);

    private void AddBookmarks(KaoheDb db, SqlBatch batch, WorkflowState? before, WorkflowState state)
    {
        var sql = HotSql.Of(db);
        var old = Live(before);
        var current = Live(state);
        foreach (var gone in old.Where(b => !current.Exists(c => c.Id == b.Id)))
        {
            batch.Add(DeleteBookmark, gone.Id);
        }

        if (before is not null && before.CorrelationId != state.CorrelationId && old.Count > 0)
        {
            batch.Add(CorrelateBookmarks, state.CorrelationId, state.Id);
        }

        foreach (var added in current.Where(b => !old.Exists(o => o.Id == b.Id)))
        {
            batch.Add(sql.Bookmarks.Insert, sql.Bookmarks.Values(BurstRows.Bookmark(added, state)));
            if (added.DueAt is { } due)
            {
                db.AfterCommit.Do(() => timers.NoteDue(due));
            }
            else
            {
                batch.AddThen(
                    affected =>
                    {
                        if (affected > 0)
                        {
                            feed.PublishAfterCommit(db, ChangeTopics.Outbox);
                        }
                    },
                    WakeStimulus,
                    state.UpdatedAt,
                    added.Hash);
            }
        }
    }

    // An instance that is over waits for nothing, even if its state keeps bookmarks for a retry.
    private static List<Bookmark> Live(WorkflowState? state) => state is { Status: WorkflowStatus.Running } ? state.Bookmarks : [];

    private static void AddIncidents(SqlBatch batch, HotSql sql, WorkflowState? before, WorkflowState state)
    {
        var old = before?.Incidents ?? [];
        if (old.SequenceEqual(state.Incidents))
        {
            return;
        }

        if (old.Count > 0)
        {
            batch.Add(DeleteIncidents, state.Id);
        }

        for (var i = 0; i < state.Incidents.Count; i++)
        {
            batch.Add(sql.Incidents.Insert, sql.Incidents.Values(BurstRows.Incident(state.Incidents[i], i, state.Id)));
        }
    }
}
