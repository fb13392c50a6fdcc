using System.Text;

namespace Kaohe.TestNode;

/// <summary>A file that several processes append to; a line's key is written once, however often it is asked for.</summary>
internal sealed class LineFile(string path)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Appends <c>key|node|text</c> unless the key is there, and has it on the disk before it returns.</summary>
    /// <returns>Whether it was appended.</returns>
    public async Task<bool> AppendOnceAsync(string key, string node, string text, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await using var file = await OpenAsync(cancellationToken);
            using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
            var content = await reader.ReadToEndAsync(cancellationToken);
            if (content.Contains($"\n{key}|", StringComparison.Ordinal))
            {
                return false;
            }

            // A line begins with its line feed, so that a line cut short by a kill does not swallow the next one.
            await file.WriteAsync(Encoding.UTF8.GetBytes($"\n{key}|{node}|{text}|"), cancellationToken);
            file.Flush(flushToDisk: true);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(2, cancellationToken); // another process has it
            }
        }
    }
}
