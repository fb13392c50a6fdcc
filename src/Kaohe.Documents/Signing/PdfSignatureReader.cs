using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Kaohe.Documents.Signing;

/// <summary>Reads the signatures of a PDF and checks them against its bytes. Whether the certificate is trusted is for the caller to say.</summary>
public static partial class PdfSignatureReader
{
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";

    /// <summary>All signatures in the order they were made; empty for an unsigned or foreign file.</summary>
    public static IReadOnlyList<SignatureState> Read(byte[] pdf)
    {
        var states = new List<SignatureState>();
        foreach (var match in RangePattern().Matches(Encoding.Latin1.GetString(pdf)).Cast<Match>())
        {
            int Part(string name) => int.TryParse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
            var (from, to, tail) = (Part("from"), Part("to"), Part("tail"));
            if (from > 0 && to > from + 2 && tail >= 0 && (long)to + tail <= pdf.Length)
            {
                states.Add(Check(pdf, from, to, tail));
            }
        }

        return states;
    }

    private static SignatureState Check(byte[] pdf, int from, int to, int tail)
    {
        var whole = to + tail >= pdf.AsSpan().TrimEnd("\r\n"u8).Length;
        try
        {
            var hex = Encoding.ASCII.GetString(pdf, from + 1, to - from - 2);
            var encoded = Convert.FromHexString(hex);
            AsnDecoder.ReadEncodedValue(encoded, AsnEncodingRules.BER, out _, out _, out var length);
            var cms = new SignedCms(new ContentInfo((byte[])[.. pdf.AsSpan(0, from), .. pdf.AsSpan(to, tail)]), detached: true);
            cms.Decode(encoded.AsSpan(0, length));
            var info = cms.SignerInfos[0];
            var certificate = info.Certificate;
            return new SignatureState(
                certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false) ?? "",
                certificate?.GetCertHashString(HashAlgorithmName.SHA256) ?? "",
                IsIntact(cms),
                whole,
                Witnessed(info));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or AsnContentException)
        {
            return new SignatureState("", "", IsIntact: false, whole, WitnessedAt: null);
        }
    }

    private static bool IsIntact(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static DateTimeOffset? Witnessed(SignerInfo info)
    {
        foreach (var attribute in info.UnsignedAttributes)
        {
            if (attribute.Oid.Value == SignatureTimestamp && Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _)
                && token.VerifySignatureForSignerInfo(info, out _))
            {
                return token.TokenInfo.Timestamp;
            }
        }

        return null;
    }

    [GeneratedRegex(@"/ByteRange\s*\[\s*0\s+(?<from>\d+)\s+(?<to>\d+)\s+(?<tail>\d+)\s*\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RangePattern();
}
