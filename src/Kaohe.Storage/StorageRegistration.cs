using Kaohe.Storage.Caching;
using Kaohe.Storage.Databases;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime;
using Kaohe.Storage.Sql;
using Kaohe.Storage.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage;

/// <summary>Registers the database.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Registers <see cref="IDbContextFactory{TContext}"/> of <see cref="KaoheDb"/>, a scoped <see cref="KaoheDb"/> (for ASP.NET Core Identity),
    /// <see cref="IWriteLane"/> and <see cref="DatabaseStarter"/>, by the settings <c>Database:Provider</c>, <c>Database:ConnectionString</c>,
    /// <c>Database:MigrateOnStart</c> and <c>Data:Folder</c>.
    /// </summary>
    public static IServiceCollection AddKaoheStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section))
            .Configure(options => options.DataFolder = configuration["Data:Folder"] ?? options.DataFolder);
        services.AddSingleton<DatabaseStarter>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<DatabaseStarter>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<KaoheTelemetry>();
        services.AddSingleton<NodeIdentity>();
        services.AddSingleton<DeadNodeSweep>();
        services.AddSingleton<ReferenceCache>();
        services.AddOutbox(configuration);
        services.AddRuntime(configuration);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContext());
        return configuration.GetValue($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}", DatabaseProvider.Sqlite) == DatabaseProvider.Sqlite
            ? services.AddSqlite()
            : services.AddPostgres();
    }

    /// <summary>
    /// Lets this process work by itself: deliver effects, act on timers, sweep. Call it after <see cref="AddKaoheStorage"/>, in hosts that stay up; tools leave it out.
    /// Settings: <c>Node</c>, <c>Outbox</c>, <c>Timers</c>.
    /// </summary>
    public static IServiceCollection AddKaoheNode(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NodeOptions>().Bind(configuration.GetSection(NodeOptions.Section));
        services.AddSingleton<OutboxSweep>();
        services.AddSingleton<HousekeepingSweep>();
        services.AddHostedService<NodeHost>();
        return services;
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<SqlitePragmas>();
        services.AddPooledDbContextFactory<SqliteDb>((provider, builder) => Quiet(builder)
            .UseSqlite(ConnectionStrings.Sqlite(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value))
            .AddInterceptors(provider.GetRequiredService<SqlitePragmas>(), new KeepStatements())
            .ReplaceService<ISqliteRelationalConnection, HeldSqliteConnection>());
        services.AddSingleton<IDbContextFactory<KaoheDb>, KaoheDbFactory<SqliteDb>>();
        services.AddSingleton<IWriteLane, SqliteWriteLane>();
        services.AddSingleton<IChangeFeed, LocalChangeFeed>();
        services.AddSingleton<ISingletons, LocalSingletons>();
        services.AddSingleton<INodePresence, SqliteNodePresence>();
        return services;
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<PostgresDb>((provider, builder) => Quiet(builder)
            .UseNpgsql(ConnectionStrings.Postgres(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value)));
        services.AddSingleton<IDbContextFactory<KaoheDb>, KaoheDbFactory<PostgresDb>>();
        services.AddSingleton<IWriteLane, PostgresWriteLane>();
        services.AddSingleton<PostgresChangeFeed>();
        services.AddSingleton<IChangeFeed>(provider => provider.GetRequiredService<PostgresChangeFeed>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PostgresChangeFeed>());
        services.AddSingleton<ISingletons, PostgresSingletons>();
        services.AddSingleton<INodePresence, PostgresNodePresence>();
        return services;
    }

    // A failed command reaches its caller as an exception; logging it here too would report every conflict that is solved by another run.
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
}
