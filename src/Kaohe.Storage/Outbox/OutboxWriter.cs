using Kaohe.Storage.Nodes;
using Kaohe.Storage.Sql;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Storage.Outbox;

/// <summary>Puts effects into the outbox, in the transaction of whatever causes them.</summary>
public sealed class OutboxWriter(IChangeFeed feed, TimeProvider clock)
{
    /// <summary>Puts an effect into the outbox within the transaction of the context; a key that is there already is left as it is.</summary>
    public Task EnqueueAsync(KaoheDb db, OutboxRequest request, CancellationToken cancellationToken = default)
    {
        var batch = new SqlBatch();
        Add(db, batch, request);
        return batch.ExecuteAsync(db, cancellationToken);
    }

    internal void Add(KaoheDb db, SqlBatch batch, OutboxRequest request)
    {
        var now = clock.GetUtcNow();
        Add(db, batch, new OutboxRow
        {
            Key = request.Key,
            Kind = request.Kind,
            WorkflowInstanceId = request.WorkflowInstanceId,
            Payload = request.Payload is null ? null : WorkflowStateSerializer.Serialize(request.Payload),
            CreatedAt = now,
            AvailableAt = request.NotBefore ?? now,
            ExpiresAt = request.ExpiresAt,
            MatchHash = request.MatchHash,
        });
    }

    internal void Add(KaoheDb db, SqlBatch batch, Effect effect, DateTimeOffset now) => Add(db, batch, new OutboxRow
    {
        Key = effect.Key,
        Kind = effect.Kind,
        WorkflowInstanceId = effect.WorkflowInstanceId,
        ActivityInstanceId = effect.ActivityInstanceId,
        Payload = effect.Payload is null ? null : WorkflowStateSerializer.Serialize(effect.Payload),
        CreatedAt = now,
        AvailableAt = effect.NotBefore ?? now,
    });

    private void Add(KaoheDb db, SqlBatch batch, OutboxRow row)
    {
        var sql = HotSql.Of(db);
        batch.Add(sql.Outbox.Ensure, sql.Outbox.Values(row));
        feed.PublishAfterCommit(db, ChangeTopics.Outbox);
    }
}
