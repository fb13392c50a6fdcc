using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kaohe.Documents.Signing;

/// <summary>The key with which a site signs its letters until it has one from a certificate authority.</summary>
public static class SiteKey
{
    private const int KeyBits = 2048;
    private const int Years = 10;

    /// <summary>Reads the key from a PKCS#12 file, or makes one at first start: self-signed, readable by its owner only.</summary>
    /// <param name="path">Of the .pfx file.</param>
    /// <param name="password">Of the file; may be null where the folder is protected otherwise.</param>
    /// <param name="office">Name of the signing office, shown by readers.</param>
    /// <param name="now">Start of validity of a new key.</param>
    /// <exception cref="CryptographicException">The file cannot be read with this password.</exception>
    public static X509Certificate2 LoadOrCreate(string path, string? password, string office, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(Create(password, office, now));
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, password, X509KeyStorageFlags.EphemeralKeySet);
    }

    private static byte[] Create(string? password, string office, DateTimeOffset now)
    {
        using var key = RSA.Create(KeyBits);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(office);
        name.AddOrganizationName(office);
        name.AddCountryOrRegion("CN");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return certificate.Export(X509ContentType.Pfx, password);
    }
}
