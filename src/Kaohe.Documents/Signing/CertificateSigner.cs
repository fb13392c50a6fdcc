using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Kaohe.Documents.Signing;

/// <summary>Signs with a certificate and its key: PAdES baseline B, or T with a time stamp authority (ETSI EN 319 142-1).</summary>
/// <param name="certificate">With private key, RSA or ECDSA.</param>
/// <param name="timestamps">Witness of the time, or null for none.</param>
public sealed class CertificateSigner(X509Certificate2 certificate, ITimestampAuthority? timestamps = null) : IPdfSigner
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    private const int PlainSize = 4096;
    private const int StampedSize = 16384;

    /// <inheritdoc/>
    public string Name => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <inheritdoc/>
    public int SignatureSize => timestamps is null ? PlainSize : StampedSize;

    /// <inheritdoc/>
    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var cms = new SignedCms(new ContentInfo(Whole(content)), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateHash()));
        cms.ComputeSignature(signer, silent: true);
        if (timestamps is not null)
        {
            var info = cms.SignerInfos[0];
            var token = await timestamps.StampAsync(info.GetSignature(), cancellationToken);
            info.AddUnsignedAttribute(new AsnEncodedData(new Oid(SignatureTimestamp), token));
        }

        return cms.Encode();
    }

    // A whole file is not copied only to be hashed.
    private static byte[] Whole(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment) && segment is { Offset: 0, Array: { } array } && segment.Count == array.Length ? array : content.ToArray();

    /// <summary>Binds the signature to this very certificate (RFC 5035); SHA-256 is the attribute's default and stays unsaid.</summary>
    private byte[] CertificateHash()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}
