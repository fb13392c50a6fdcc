namespace Kaohe.Documents.Signing;

/// <summary>
/// Makes the signature that goes into a PDF. The site key is one implementation; a national-crypto key (SM2) or an electronic-seal service is another.
/// </summary>
public interface IPdfSigner
{
    /// <summary>Who signs, for the signature panel of a reader.</summary>
    string Name { get; }

    /// <summary>Room to keep in the file for one signature, in bytes.</summary>
    int SignatureSize { get; }

    /// <summary>A detached CMS signature (DER) over the content.</summary>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
