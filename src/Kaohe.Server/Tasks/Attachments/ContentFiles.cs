using System.Security.Cryptography;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage.Disk;

namespace Kaohe.Server.Tasks.Attachments;

/// <summary>Files under <c>Data:Folder</c>/files by the hash of their content: written once, never changed, the same content kept once.</summary>
/// <param name="folders">The data folder.</param>
public sealed class ContentFiles(ProductFolders folders)
{
    /// <summary>Keeps a file.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Gives up; nothing half-written stays under the name.</param>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(hash);
        if (!DurableFile.IsThere(path, content.Length))
        {
            await DurableFile.WriteAsync(path, [content], cancellationToken);
        }

        return hash;
    }

    /// <summary>Opens a file for reading.</summary>
    /// <param name="hash">Its hash.</param>
    /// <returns>None when there is no such file.</returns>
    public FileStream? Open(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(hash))
        ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan)
        : null;

    private string PathOf(string hash) => Path.Combine(folders.DataFolder(Path.Combine("files", hash[..2])), hash);
}
