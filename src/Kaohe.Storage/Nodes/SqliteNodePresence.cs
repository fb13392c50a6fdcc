using Kaohe.Storage.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Kaohe.Storage.Nodes;

/// <summary>On SQLite there is one node: it locks a file beside the database, which the operating system frees however the process ends.</summary>
internal sealed class SqliteNodePresence(IOptions<DatabaseOptions> options, NodeIdentity node) : INodePresence, IAsyncDisposable
{
    private const int Tries = 20;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private FileStream? _file;

    public bool HasOthers => false;

    public async Task AppearAsync(CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(ConnectionStrings.Sqlite(options.Value)).DataSource + ".node";
        for (var left = Tries; ; left--)
        {
            try
            {
                _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException) when (left > 0)
            {
                // The predecessor may still be on its way out.
                await Task.Delay(Between, cancellationToken);
            }
            catch (IOException exception)
            {
                throw new InvalidOperationException(
                    $"另一个进程正在使用数据库 {path[..^5]}。SQLite 只允许一个服务进程：请先停止它，或把 Database:Provider 改为 PostgreSql。", exception);
            }
        }
    }

    public Task<bool> IsGoneAsync(string nodeId, CancellationToken cancellationToken) => Task.FromResult(_file is not null && nodeId != node.Id);

    public async Task DisappearAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync();
            _file = null;
        }
    }
}
