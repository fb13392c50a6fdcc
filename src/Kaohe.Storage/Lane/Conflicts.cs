using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kaohe.Storage.Lane;

/// <summary>Tells which failures of a mutation may pass when it is run again, and how long to wait before that.</summary>
internal static class Conflicts
{
    /// <summary>Runs of one mutation before giving up, about four seconds in all. Without jitter 23 of 200 gave up under 8 writers, with it 1; more
    /// runs take care of that one, and of 100 writers on one row.</summary>
    public const int MaxRuns = 40;

    /// <summary>
    /// Runs when a unique key is taken, about a second in all. A key that stays taken is seen by the second run; the place of the one latest version passes from
    /// rival to rival, and each may need several.
    /// </summary>
    public const int MaxRunsWhenTaken = 15;

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>Whether another run may succeed: a token or a unique key was taken meanwhile, or the database asked to try again.</summary>
    public static bool MayPass(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => MayPass(inner),
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable || IsUniqueViolation(postgres),
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked || IsUniqueViolation(sqlite),
        _ => false,
    };

    /// <summary>Whether yet another run makes sense.</summary>
    public static bool MayRunAgain(Exception exception, int runs) => MayPass(exception) && runs < (IsUniqueViolation(exception) ? MaxRunsWhenTaken : MaxRuns);

    /// <summary>Whether a unique key or primary key was already taken.</summary>
    public static bool IsUniqueViolation(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => IsUniqueViolation(inner),
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        _ => false,
    };

    /// <summary>A pause that grows with the number of runs and differs between rivals.</summary>
    public static TimeSpan Pause(int run) => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, Math.Min(200, 4 << Math.Min(run, 6))));
}
