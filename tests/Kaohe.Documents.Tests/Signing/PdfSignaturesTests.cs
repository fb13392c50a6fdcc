using System.Security.Cryptography.X509Certificates;
using Kaohe.Documents.Signing;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Signing;

public sealed class PdfSignaturesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(8));
    private static readonly SignatureDetails Details = new("签发", Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static X509Certificate2 Key(string office = "忻州市年度目标责任考核办公室") =>
        SiteKey.LoadOrCreate(Path.Combine(Repository.Scratch(), "site.pfx"), "口令", office, DateTimeOffset.UtcNow);

    private static byte[] Letter() => WordToPdf.Convert(Site.Document("结果通知书"), Site.Options).Bytes;

    [Fact]
    public async Task Should_be_valid_for_an_independent_reader()
    {
        var signed = await PdfSignatures.SignAsync(Letter(), new CertificateSigner(Key()), Details, Cancel);

        var report = await Shell.Run("pdfsig", "-nocert", Site.Save(signed, "a.pdf"));
        Assert.Contains("Signature is Valid", report);
        Assert.Contains("Total document signed", report);
        Assert.Contains("ETSI.CAdES.detached", report);
        Assert.Contains("忻州市年度目标责任考核办公室", report);
        Assert.Contains("No syntax", await Shell.Run("qpdf", "--check", Site.Save(signed, "a.pdf")));
    }

    [Fact]
    public async Task Should_show_a_changed_byte_to_both_readers()
    {
        var signed = await PdfSignatures.SignAsync(Letter(), new CertificateSigner(Key()), Details, Cancel);
        signed[2000] ^= 1;

        Assert.False(Assert.Single(PdfSignatureReader.Read(signed)).IsIntact);
        var (_, report, _) = await Shell.Try("pdfsig", "-nocert", Site.Save(signed, "a.pdf"));
        Assert.DoesNotContain("Signature is Valid", report);
    }

    [Fact]
    public async Task Should_take_several_signatures_and_keep_each_valid()
    {
        var (first, second) = (Key("市委组织部"), Key("市人民政府"));
        var once = await PdfSignatures.SignAsync(Letter(), new CertificateSigner(first), Details, Cancel);
        var twice = await PdfSignatures.SignAsync(once, new CertificateSigner(second), Details with { Reason = "会签" }, Cancel);

        var states = PdfSignatureReader.Read(twice);
        Assert.Equal(["市委组织部", "市人民政府"], states.Select(state => state.Signer));
        Assert.All(states, state => Assert.True(state.IsIntact));
        Assert.Equal([false, true], states.Select(state => state.CoversWholeFile));
        var report = await Shell.Run("pdfsig", "-nocert", Site.Save(twice, "a.pdf"));
        Assert.Equal(2, report.Split("Signature is Valid").Length - 1);
        Assert.Equal(twice[..once.Length], once);
    }

    [Fact]
    public async Task Should_notice_what_was_added_behind_the_last_signature()
    {
        var signed = await PdfSignatures.SignAsync(Letter(), new CertificateSigner(Key()), Details, Cancel);

        var state = Assert.Single(PdfSignatureReader.Read([.. signed, .. "\n% more\n"u8]));

        Assert.True(state.IsIntact);
        Assert.False(state.CoversWholeFile);
    }

    [Fact]
    public async Task Should_carry_a_time_stamp_of_an_authority()
    {
        var authority = await OpenSslAuthority.Create();

        var signed = await PdfSignatures.SignAsync(Letter(), new CertificateSigner(Key(), authority), Details, Cancel);

        var state = Assert.Single(PdfSignatureReader.Read(signed));
        Assert.True(state.IsIntact);
        Assert.NotNull(state.WitnessedAt);
        Assert.Contains("Signature is Valid", await Shell.Run("pdfsig", "-nocert", Site.Save(signed, "a.pdf")));
    }

    [Fact]
    public void Should_keep_the_site_key_between_starts_and_from_other_users()
    {
        var path = Path.Combine(Repository.Scratch(), "keys", "site.pfx");

        using var first = SiteKey.LoadOrCreate(path, "口令", "市考核办", Now);
        using var again = SiteKey.LoadOrCreate(path, "口令", "另一机关", Now.AddYears(1));

        Assert.Equal(first.Thumbprint, again.Thumbprint);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Should_refuse_a_file_it_cannot_add_to()
    {
        var refusal = await Assert.ThrowsAsync<DocumentRefusedException>(() => PdfSignatures.SignAsync("%PDF-1.7 nothing"u8.ToArray(), new CertificateSigner(Key()), Details, Cancel));

        Assert.Equal("cannot-sign", refusal.Problems[0].Code);
    }

    [Fact]
    public void Should_find_no_signature_in_an_unsigned_or_foreign_file()
    {
        Assert.Empty(PdfSignatureReader.Read(Letter()));
        Assert.Empty(PdfSignatureReader.Read([1, 2, 3]));
    }
}
