using System.Security.Cryptography;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage;
using Kaohe.Storage.Disk;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Documents.Files;

/// <summary>A file that lies in the folder.</summary>
/// <param name="Sha256">Hash of the bytes, lower-case hexadecimal.</param>
/// <param name="Name">File name shown.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Sha256, string Name, string ContentType, long Size);

/// <summary>The bytes of documents, under their hash in <c>Data:Folder/documents</c>: written once, never changed, the same bytes kept once.</summary>
/// <param name="folders">The folders.</param>
public sealed class DocumentFiles(ProductFolders folders)
{
    /// <summary>Media type of a PDF.</summary>
    public const string Pdf = "application/pdf";

    /// <summary>Media type of a Word document.</summary>
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int HashLength = 64;

    /// <summary>Writes the bytes onto the disk, unless they are there. Belongs before the transaction; a file that no row refers to does no harm.</summary>
    public async Task<StoredFile> PutAsync(byte[] bytes, string name, string contentType, CancellationToken cancellationToken = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(hash);
        if (!DurableFile.IsThere(path, bytes.Length))
        {
            await DurableFile.WriteAsync(path, [bytes], cancellationToken);
        }

        return new StoredFile(hash, name, contentType, bytes.Length);
    }

    /// <summary>Puts a written file on record, in the transaction of whatever refers to it.</summary>
    public static async Task RecordAsync(KaoheDb db, StoredFile file, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        if (await DocumentStore.FindFileAsync(db, file.Sha256, cancellationToken) is null)
        {
            db.DocumentFiles.Add(new DocumentFileRow { Sha256 = file.Sha256, Name = file.Name, ContentType = file.ContentType, Size = file.Size, CreatedAt = at });
        }
    }

    /// <summary>The bytes, checked against their hash.</summary>
    /// <exception cref="InvalidDataException">The file is missing or was changed on disk.</exception>
    public async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellationToken = default)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"文件 {sha256} 不在数据目录中。");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? bytes
            : throw new InvalidDataException($"文件 {sha256} 在磁盘上被改动过，已停止使用。");
    }

    private string PathOf(string sha256)
    {
        if (sha256.Length != HashLength || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("Not a hash.", nameof(sha256));
        }

        return Path.Combine(folders.DataFolder("documents"), sha256[..2], sha256);
    }
}
