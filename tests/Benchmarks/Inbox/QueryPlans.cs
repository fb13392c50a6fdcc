using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kaohe.Benchmarks.Inbox;

/// <summary>Asks the database how it reads what EF Core is about to read.</summary>
internal sealed class QueryPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<string> _lines = [];
    private readonly IDisposable _listeners;
    private IDisposable? _events;
    private bool _isListening;

    public QueryPlans() => _listeners = DiagnosticListener.AllListeners.Subscribe(this);

    public void Listen() => _isListening = true;

    public void Rest() => _isListening = false;

    /// <summary>The plans since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        IReadOnlyList<string> taken = [.. _lines];
        _lines.Clear();
        return taken;
    }

    public void OnNext(DiagnosticListener value) => _events ??= value.Name == DbLoggerCategory.Name ? value.Subscribe(this) : null;

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (_isListening && value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { } command })
        {
            _isListening = false;
            Explain(command);
            _isListening = true;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _events?.Dispose();
        _listeners.Dispose();
    }

    private void Explain(DbCommand command)
    {
        var text = command.CommandText;
        var isSqlite = command.Connection!.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal);
        command.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (ANALYZE, BUFFERS) ") + text;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                _lines.Add(reader.GetString(isSqlite ? 3 : 0));
            }
        }

        command.CommandText = text;
    }
}
