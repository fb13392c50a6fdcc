using System.Text.Json;
using Kaohe.Storage.Caching;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Identity;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Sql;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage;

/// <summary>
/// The one database of a city: engine, people, and what the features add. Two providers derive from it, <see cref="Databases.SqliteDb"/> and
/// <see cref="Databases.PostgresDb"/>. Read through <see cref="IDbContextFactory{TContext}"/>; change things through <see cref="IWriteLane"/>.
/// Every table is configured beside its row class by an <see cref="IEntityTypeConfiguration{TEntity}"/>; table and column names are snake_case.
/// </summary>
public abstract class KaoheDb(DbContextOptions options) : IdentityDbContext<KaoheUser>(options), IDataProtectionKeyContext
{
    private readonly AfterCommit _afterCommit = new();

    /// <summary>Keys that protect cookies, mail links and tokens; shared by all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Versions of workflow definitions.</summary>
    public DbSet<WorkflowDefinitionRow> WorkflowDefinitions => Set<WorkflowDefinitionRow>();

    /// <summary>Triggers of published definitions.</summary>
    public DbSet<TriggerRow> Triggers => Set<TriggerRow>();

    /// <summary>Workflow instances.</summary>
    public DbSet<WorkflowInstanceRow> WorkflowInstances => Set<WorkflowInstanceRow>();

    /// <summary>What instances wait for.</summary>
    public DbSet<BookmarkRow> Bookmarks => Set<BookmarkRow>();

    /// <summary>Execution logs of instances.</summary>
    public DbSet<JournalRow> Journal => Set<JournalRow>();

    /// <summary>The latest facts of each activity execution.</summary>
    public DbSet<ActivityExecutionRow> ActivityExecutions => Set<ActivityExecutionRow>();

    /// <summary>What went wrong in instances.</summary>
    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    /// <summary>Effects that wait for delivery, were delivered or are dead letters.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>What to do once the transaction of this context has committed; the write lane runs it, and forgets it on a roll-back.</summary>
    public AfterCommit AfterCommit => _afterCommit;

    /// <summary>Whether this context is inside the write lane, whose turn it already is.</summary>
    public bool InLane { get; internal set; }

    /// <summary>Prepared commands of the lane's connection.</summary>
    internal PreparedCommands Prepared { get; } = new();

    /// <summary>On SQLite the gate that saves outside the lane pass; null on PostgreSQL.</summary>
    internal SqliteWriteGate? Gate { get; set; }

    /// <summary>Told when an <see cref="IReferenceRow"/> has been changed and committed; null in tools.</summary>
    internal IChangeFeed? Feed { get; set; }

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    // The lane has passed the gate already, and an open transaction holds the file lock already.
    private bool NeedsTurn => Gate is not null && !InLane && Database.CurrentTransaction is null;

    /// <summary>What this context holds of one kind, as <c>DbSet.Local</c>, without comparing everything it holds with its former values first.</summary>
    /// <typeparam name="T">The kind of row.</typeparam>
    /// <returns>Rows that were read or added and not deleted.</returns>
    public IReadOnlyList<T> Held<T>()
        where T : class
    {
        using var still = new StillTracker(ChangeTracker);
        return [.. Set<T>().Local];
    }

    /// <summary>A row by its key from what this context holds, where <c>DbSet.Find</c> looks first, without comparing everything it holds with its former values.</summary>
    /// <typeparam name="T">The kind of row.</typeparam>
    /// <param name="key">Values of its key, in order.</param>
    /// <returns>None when the database has to be asked.</returns>
    internal T? Held<T>(params object[] key)
        where T : class
    {
        using var still = new StillTracker(ChangeTracker);
        return Set<T>().Local.FindEntryUntyped(key)?.Entity;
    }

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var turn = NeedsTurn ? Gate!.FromOutside().Enter() : default;
        using var still = DetectOnce();
        var telling = ChangesReference();
        var saved = base.SaveChanges(acceptAllChangesOnSuccess);
        Tell(telling);
        return saved;
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = NeedsTurn ? await Gate!.FromOutside().EnterAsync(cancellationToken) : default;
        using var still = DetectOnce();
        var telling = ChangesReference();
        var prepared = TakePrepared();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await prepared.ExecuteAsync(this, cancellationToken);
        Tell(telling);
        return saved + prepared.Count;
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KaoheDb).Assembly);
        UseSnakeCase(builder);
    }

    // Both the look for reference rows and the saving want to know what has changed: one look is enough.
    private StillTracker DetectOnce()
    {
        if (ChangeTracker.AutoDetectChangesEnabled)
        {
            ChangeTracker.DetectChanges();
        }

        return new StillTracker(ChangeTracker);
    }

    // From here on EF Core takes the rows for stored ones; whatever fails in the lane clears the context.
    private SqlBatch TakePrepared()
    {
        var batch = new SqlBatch();
        if (!InLane)
        {
            return batch;
        }

        var added = ChangeTracker.Entries<IPreparedRow>().Where(entry => entry.State == EntityState.Added).ToList();
        foreach (var entry in added)
        {
            var sql = HotSql.Of(this)[entry.Entity.GetType()];
            batch.Add(sql.Insert, sql.Values(entry.Entity));
            entry.State = EntityState.Unchanged;
        }

        return batch;
    }

    private bool ChangesReference() => Feed is not null && ChangeTracker.Entries().Any(entry =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity is IReferenceRow or IdentityUserRole<string> or IdentityRole);

    private void Tell(bool changed)
    {
        var feed = Feed;
        if (changed && Database.CurrentTransaction is null)
        {
            feed!.Publish(new ChangeNotice(ChangeTopics.Reference, string.Empty));
        }
        else if (changed)
        {
            feed!.PublishAfterCommit(this, ChangeTopics.Reference);
        }
    }

    // Raw SQL on the hot path needs names that read the same on both providers without quoting.
    private static void UseSnakeCase(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.GetColumnName()));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Snake(key.GetName()));
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName()));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Snake(index.GetDatabaseName()));
            }
        }
    }

    private static string? Snake(string? name) => name is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
