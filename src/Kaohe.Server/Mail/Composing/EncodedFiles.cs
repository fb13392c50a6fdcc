using System.Buffers.Text;
using Kaohe.Server.Documents.Files;
using Microsoft.Extensions.Caching.Memory;

namespace Kaohe.Server.Mail.Composing;

/// <summary>Files as base64 for mails. The last few are kept, as a document goes to many people at about the same time.</summary>
/// <param name="files">Bytes.</param>
public sealed class EncodedFiles(DocumentFiles files) : IDisposable
{
    private const int BytesInLine = 57;
    private const long MostKept = 24 * 1024 * 1024;
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(2);
    private readonly MemoryCache _encoded = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The file in lines of base64, each ended by CR LF.</summary>
    /// <exception cref="InvalidDataException">The file is missing or was changed on disk.</exception>
    public async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        if (_encoded.TryGetValue(sha256, out byte[]? known))
        {
            return known!;
        }

        var encoded = Encode(await files.ReadAsync(sha256, cancellationToken));
        return _encoded.Set(sha256, encoded, new MemoryCacheEntryOptions { Size = encoded.Length, SlidingExpiration = _kept });
    }

    /// <inheritdoc />
    public void Dispose() => _encoded.Dispose();

    // Straight into the bytes that are kept: by way of a string it would take four times the memory.
    private static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var whole = bytes.Length / BytesInLine;
        var rest = bytes.Length % BytesInLine;
        var encoded = new byte[(whole * (Base64.GetMaxEncodedToUtf8Length(BytesInLine) + 2)) + (rest > 0 ? Base64.GetMaxEncodedToUtf8Length(rest) + 2 : 0)];
        for (var (from, to) = (0, 0); from < bytes.Length; from += BytesInLine)
        {
            Base64.EncodeToUtf8(bytes.Slice(from, Math.Min(BytesInLine, bytes.Length - from)), encoded.AsSpan(to), out _, out var written);
            to += written;
            encoded[to++] = (byte)'\r';
            encoded[to++] = (byte)'\n';
        }

        return encoded;
    }
}
