using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kaohe.Server.Tests.Given;

/// <summary>A real time stamp authority (RFC 3161) on a free loopback port, with a key of its own.</summary>
public sealed class TimestampAuthority : IAsyncDisposable
{
    private const string TimestampInfo = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Policy = "1.2.3.4.1";
    private readonly X509Certificate2 _certificate = MakeCertificate();
    private readonly WebApplication _app;
    private int _serial;

    private TimestampAuthority(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public int Stamps => _serial;

    public static async Task<TimestampAuthority> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var authority = new TimestampAuthority(builder.Build());
        authority._app.MapPost("/", async (HttpRequest request) =>
        {
            using var query = new MemoryStream();
            await request.Body.CopyToAsync(query);
            return TypedResults.Bytes(authority.Answer(query.ToArray()), "application/timestamp-reply");
        });
        await authority._app.StartAsync(cancellationToken);
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private byte[] Answer(byte[] query)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(query, out var request, out _));
        var token = new SignedCms(new ContentInfo(new Oid(TimestampInfo), Info(request, Interlocked.Increment(ref _serial))));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, _certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateHash()));
        token.ComputeSignature(signer);
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence())
            {
                answer.WriteInteger(0); // granted
            }

            answer.WriteEncodedValue(token.Encode());
        }

        return answer.Encode();
    }

    private static byte[] Info(Rfc3161TimestampRequest request, int serial)
    {
        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            info.WriteInteger(1);
            info.WriteObjectIdentifier(Policy);
            using (info.PushSequence())
            {
                using (info.PushSequence())
                {
                    info.WriteObjectIdentifier(request.HashAlgorithmId.Value!);
                }

                info.WriteOctetString(request.GetMessageHash().Span);
            }

            info.WriteInteger(serial);
            info.WriteGeneralizedTime(DateTimeOffset.UtcNow, omitFractionalSeconds: true);
            if (request.GetNonce() is { } nonce)
            {
                info.WriteInteger(nonce.Span);
            }
        }

        return info.Encode();
    }

    private byte[] CertificateHash()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(_certificate.RawData));
        }

        return writer.Encode();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test TSA", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
