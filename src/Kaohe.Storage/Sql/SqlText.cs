namespace Kaohe.Storage.Sql;

/// <summary>A statement with parameters <c>$1</c>, <c>$2</c> …, which both providers read. Kept in static fields, so that it is prepared once a connection.</summary>
internal sealed class SqlText(string text, params SqlParameterKind[] kinds)
{
    public string Text { get; } = text;

    public IReadOnlyList<SqlParameterKind> Kinds { get; } = kinds;
}
