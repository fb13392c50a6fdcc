using System.Runtime.CompilerServices;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kaohe.Storage.Sql;

/// <summary>The statements of the hot path for one model (one provider).</summary>
internal sealed class HotSql
{
    private static readonly ConditionalWeakTable<IModel, HotSql> ByModel = [];

    private HotSql(IModel model)
    {
        Instances = new(model, updateToken: "token");
        Bookmarks = new(model);
        Journal = new(model);
        Executions = new(model);
        Incidents = new(model);
        Outbox = new(model);
    }

    public RowSql<WorkflowInstanceRow> Instances { get; }

    public RowSql<BookmarkRow> Bookmarks { get; }

    public RowSql<JournalRow> Journal { get; }

    public RowSql<ActivityExecutionRow> Executions { get; }

    public RowSql<IncidentRow> Incidents { get; }

    public RowSql<OutboxRow> Outbox { get; }

    public static HotSql Of(KaoheDb db) => ByModel.GetValue(db.Model, model => new HotSql(model));
}
