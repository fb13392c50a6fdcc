using Microsoft.Data.Sqlite;
using NpgsqlTypes;

namespace Kaohe.Storage.Sql;

/// <summary>How a parameter travels to each provider.</summary>
internal sealed record SqlParameterKind(SqliteType Sqlite, NpgsqlDbType Postgres, Func<object, object>? ToSqlite = null, Func<object, object>? ToPostgres = null)
{
    public static readonly SqlParameterKind Text = new(SqliteType.Text, NpgsqlDbType.Text);

    public static readonly SqlParameterKind Integer = new(SqliteType.Integer, NpgsqlDbType.Integer);

    public static readonly SqlParameterKind Long = new(SqliteType.Integer, NpgsqlDbType.Bigint);

    public static readonly SqlParameterKind Flag = new(SqliteType.Integer, NpgsqlDbType.Boolean);

    public static readonly SqlParameterKind Bytes = new(SqliteType.Blob, NpgsqlDbType.Bytea);

    public static readonly SqlParameterKind Time = new(
        SqliteType.Integer,
        NpgsqlDbType.TimestampTz,
        time => Databases.UnixMicrosecondsConverter.ToMicroseconds((DateTimeOffset)time),
        time => ((DateTimeOffset)time).ToUniversalTime());

    public static readonly SqlParameterKind Name = new(SqliteType.Text, NpgsqlDbType.Text, value => value.ToString()!, value => value.ToString()!);

    /// <summary>The kind that holds a member's type; an enum goes by its name.</summary>
    /// <exception cref="NotSupportedException">No kind holds it.</exception>
    public static SqlParameterKind Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Text,
            _ when type == typeof(int) => Integer,
            _ when type == typeof(long) => Long,
            _ when type == typeof(bool) => Flag,
            _ when type == typeof(byte[]) => Bytes,
            _ when type == typeof(DateTimeOffset) => Time,
            { IsEnum: true } => Name,
            _ => throw new NotSupportedException($"{type.Name} is no column type of the hot path."),
        };
    }
}
