namespace Kaohe.Documents.Signing;

/// <summary>Witnesses the time of a signature (RFC 3161).</summary>
public interface ITimestampAuthority
{
    /// <summary>A time stamp token (DER) over the bytes of a signature.</summary>
    Task<byte[]> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancellationToken);
}
