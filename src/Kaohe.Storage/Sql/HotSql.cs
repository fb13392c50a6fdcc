using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kaohe.Storage.Sql;

/// <summary>The statements of the hot path for one model (one provider).</summary>
internal sealed class HotSql
{
    private static readonly ConditionalWeakTable<IModel, HotSql> ByModel = [];

    private readonly FrozenDictionary<Type, RowSql> _rows;

    private HotSql(IModel model)
    {
        Instances = new(model, typeof(WorkflowInstanceRow), updateToken: "token");
        Bookmarks = new(model, typeof(BookmarkRow));
        Journal = new(model, typeof(JournalRow));
        Executions = new(model, typeof(ActivityExecutionRow));
        Incidents = new(model, typeof(IncidentRow));
        Outbox = new(model, typeof(OutboxRow));
        _rows = model.GetEntityTypes().Select(entity => entity.ClrType).Where(typeof(IPreparedRow).IsAssignableFrom).ToFrozenDictionary(row => row, row => new RowSql(model, row));
    }

    public RowSql Instances { get; }

    public RowSql Bookmarks { get; }

    public RowSql Journal { get; }

    public RowSql Executions { get; }

    public RowSql Incidents { get; }

    public RowSql Outbox { get; }

    /// <summary>The statements of a kind of row that is an <see cref="IPreparedRow"/>.</summary>
    public RowSql this[Type row] => _rows[row];

    public static HotSql Of(KaoheDb db) => ByModel.GetValue(db.Model, model => new HotSql(model));
}
