using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Kaohe.Documents.Signing;

namespace Kaohe.Documents.Tests.Support;

/// <summary>A real RFC 3161 authority: OpenSSL answers the requests with a key made for the test.</summary>
internal sealed class OpenSslAuthority : ITimestampAuthority
{
    private readonly string _folder;

    private OpenSslAuthority(string folder) => _folder = folder;

    public static async Task<OpenSslAuthority> Create()
    {
        var folder = Repository.Scratch();
        var config = Path.Combine(folder, "tsa.cnf");
        await File.WriteAllTextAsync(config, $"""
            [req]
            distinguished_name = name
            x509_extensions = stamping
            prompt = no
            [name]
            CN = Test TSA
            [stamping]
            extendedKeyUsage = critical,timeStamping
            [tsa]
            default_tsa = authority
            [authority]
            serial = {folder}/serial
            signer_cert = {folder}/tsa.pem
            signer_key = {folder}/tsa.key
            certs = {folder}/tsa.pem
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            ess_cert_id_alg = sha256
            """);
        await Shell.Run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-config", config, "-keyout", Path.Combine(folder, "tsa.key"), "-out", Path.Combine(folder, "tsa.pem"));
        await File.WriteAllTextAsync(Path.Combine(folder, "serial"), "01");
        return new OpenSslAuthority(folder);
    }

    public async Task<byte[]> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancellationToken)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(signature.Span, HashAlgorithmName.SHA256, requestSignerCertificates: true);
        var (query, reply) = (Path.Combine(_folder, "query"), Path.Combine(_folder, "reply"));
        await File.WriteAllBytesAsync(query, request.Encode(), cancellationToken);
        await Shell.Run("openssl", "ts", "-reply", "-config", Path.Combine(_folder, "tsa.cnf"), "-queryfile", query, "-out", reply);
        return request.ProcessResponse(await File.ReadAllBytesAsync(reply, cancellationToken), out _).AsSignedCms().Encode();
    }
}
