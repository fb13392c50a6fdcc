using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kaohe.Storage.Sql;

/// <summary>
/// Writes rows of the hot path by prepared statements that are derived from the EF Core model, because change tracking costs more than the burst
/// (measured: 374 resumes a second through SaveChanges on one worker).
/// </summary>
internal sealed class RowSql
{
    private readonly Func<object, object?>[] _values;

    public RowSql(IModel model, Type row, string? updateToken = null)
    {
        var entity = model.FindEntityType(row)!;
        var table = entity.GetTableName()!;
        var key = entity.FindPrimaryKey()!.Properties;
        var columns = entity.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToList();
        _values = [.. columns.Select(Reader)];

        var kinds = columns.Select(c => SqlParameterKind.Of(c.ClrType)).ToArray();
        var names = columns.ConvertAll(c => c.GetColumnName());
        var insert = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, i) => $"${i + 1}"))})";
        var changing = names.Except(key.Select(k => k.GetColumnName()), StringComparer.Ordinal).ToList();
        Insert = new SqlText(insert, kinds);
        Ensure = new SqlText($"{insert} ON CONFLICT DO NOTHING", kinds);
        Replace = new SqlText(
            $"{insert} ON CONFLICT ({string.Join(", ", key.Select(k => k.GetColumnName()))}) DO UPDATE SET {string.Join(", ", changing.Select(c => $"{c} = excluded.{c}"))}",
            kinds);
        if (updateToken is not null)
        {
            var set = string.Join(", ", changing.Select(c => $"{c} = ${names.IndexOf(c) + 1}"));
            var where = string.Join(" AND ", key.Select(k => $"{k.GetColumnName()} = ${names.IndexOf(k.GetColumnName()) + 1}"));
            Update = new SqlText($"UPDATE {table} SET {set} WHERE {where} AND {updateToken} = ${names.Count + 1}", [.. kinds, SqlParameterKind.Long]);
        }
    }

    /// <summary>Inserts a row; a taken key is an error.</summary>
    public SqlText Insert { get; }

    /// <summary>Inserts a row unless a unique key is taken.</summary>
    public SqlText Ensure { get; }

    /// <summary>Inserts a row, or replaces the one with the same primary key.</summary>
    public SqlText Replace { get; }

    /// <summary>Replaces the row with the same primary key if its token is still the given one; null when the row has no token.</summary>
    public SqlText? Update { get; }

    /// <summary>The values of a row in the order of the parameters, with room for more behind them.</summary>
    public object?[] Values(object row, int more = 0)
    {
        var values = new object?[_values.Length + more];
        for (var i = 0; i < _values.Length; i++)
        {
            values[i] = _values[i](row);
        }

        return values;
    }

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        return row => getter.GetClrValue(row);
    }
}
