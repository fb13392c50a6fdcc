using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Kaohe.Documents.Signing;

/// <summary>A time stamp authority reached over HTTP (RFC 3161, 3.4).</summary>
/// <param name="http">The client; its lifetime is the caller's.</param>
/// <param name="address">Of the authority.</param>
public sealed class HttpTimestampAuthority(HttpClient http, Uri address) : ITimestampAuthority
{
    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">The authority cannot be reached or refuses.</exception>
    /// <exception cref="CryptographicException">Its answer does not belong to our request.</exception>
    public async Task<byte[]> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancellationToken)
    {
        var nonce = RandomNumberGenerator.GetBytes(8);
        var request = Rfc3161TimestampRequest.CreateFromData(signature.Span, HashAlgorithmName.SHA256, nonce: nonce, requestSignerCertificates: true);
        using var content = new ByteArrayContent(request.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var answer = await http.PostAsync(address, content, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancellationToken), out _);
        return token.AsSignedCms().Encode();
    }
}
