namespace Kaohe.Storage.Sql;

/// <summary>
/// A row of which many are added at once, with all values known: the write lane adds it with a prepared statement, after the rows that EF Core saves. It may refer to such rows, but none of
/// them to it. EF Core's own INSERT is a new statement for each row on SQLite, and costs five times as much.
/// </summary>
internal interface IPreparedRow;
