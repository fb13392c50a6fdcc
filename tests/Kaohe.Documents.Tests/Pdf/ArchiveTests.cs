using System.Text;
using System.Text.Json;
using Kaohe.Documents.Signing;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Pdf;

/// <summary>PDF/A-2b (ISO 19005-2): every paper, unsigned, signed, signed twice and time-stamped.</summary>
public sealed class ArchiveTests
{
    private static readonly SignatureDetails Details = new("签发", Site.Options.Created);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_pass_an_independent_validator_with_every_paper()
    {
        var folder = Repository.Scratch();
        Dictionary<string, string> papers = [];
        foreach (var template in TemplateCatalogue.All)
        {
            await KeepAsync(template.Name, WordToPdf.Convert(Site.Document(template.Name), Site.Options).Bytes);
        }

        await KeepAsync("signed", await SignedAsync());
        await KeepAsync("signed twice", await PdfSignatures.SignAsync(await SignedAsync(), new CertificateSigner(Key()), Details, Cancel));
        await KeepAsync("time-stamped", await PdfSignatures.SignAsync(Letter(), new CertificateSigner(Key(), await OpenSslAuthority.Create()), Details, Cancel));

        var found = await Preflight.Check(folder);

        Assert.Equal(papers.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(found.SelectMany(file => file.Value.Select(problem => $"{papers[file.Key]}: {problem}")));

        Task KeepAsync(string name, byte[] pdf)
        {
            var file = $"{papers.Count:D2}.pdf";
            papers.Add(file, name);
            return File.WriteAllBytesAsync(Path.Combine(folder, file), pdf, Cancel);
        }
    }

    [Theory]
    [InlineData("/OutputIntents", "/OutputIntentX")] // colours without a meaning
    [InlineData("/FontFile2", "/FontFileX")] // a face that is not embedded
    [InlineData("/CIDToGIDMap", "/CIDToGIDMaX")] // codes without glyphs
    [InlineData("<xmp:CreateDate>2026", "<xmp:CreateDate>2025")] // two dates in one file
    public async Task Should_let_the_validator_find_what_is_wrong(string right, string wrong)
    {
        var text = Encoding.Latin1.GetString(Letter());
        Assert.Contains(right, text, StringComparison.Ordinal);
        var folder = Repository.Scratch();
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.pdf"), Encoding.Latin1.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)), Cancel);

        Assert.NotEmpty((await Preflight.Check(folder))["a.pdf"]);
    }

    [Fact]
    public async Task Should_keep_within_what_part_2_adds_to_part_1()
    {
        using var json = JsonDocument.Parse(await Shell.Run("qpdf", "--json", "--json-key=qpdf", Site.Save(await SignedAsync(), "a.pdf")));
        var objects = json.RootElement.GetProperty("qpdf")[1];
        var entries = Entries(objects).ToLookup(entry => entry.Name, entry => entry.Value);

        // Transparency (6.2.10): a known blend mode, and a colour space to blend in on every page.
        Assert.All(entries["/BM"], mode => Assert.Equal("/Multiply", mode.GetString()));
        Assert.Equal(3, entries["/Group"].Count());
        Assert.All(entries["/Group"], group => Assert.Equal("/DeviceRGB", group.GetProperty("/CS").GetString()));
        Assert.All(entries["/ColorSpace"].Where(space => space.ValueKind == JsonValueKind.String), space => Assert.Matches("^/Device(RGB|Gray)$", space.GetString()!));

        // Annotations (6.3): printed, never hidden, with an appearance.
        var annotation = Assert.Single(entries["/F"], flags => flags.ValueKind == JsonValueKind.Number).GetInt32();
        Assert.Equal((4, 0), (annotation & 4, annotation & (1 | 2 | 32)));
        Assert.NotEmpty(entries["/AP"]);

        // What no archive file may hold (6.1.3, 6.2.8, 6.4, 6.5, 6.8).
        Assert.All(["/Encrypt", "/JS", "/AA", "/XFA", "/EmbeddedFiles", "/Interpolate", "/Alternates", "/OPI", "/TR", "/HTP"], name => Assert.Empty(entries[name]));
        Assert.Equal(2, objects.GetProperty("trailer").GetProperty("value").GetProperty("/ID").GetArrayLength());
    }

    private static IEnumerable<(string Name, JsonElement Value)> Entries(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(entry => Entries(entry.Value).Prepend((entry.Name, entry.Value))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Entries),
        _ => [],
    };

    private static byte[] Letter() => WordToPdf.Convert(Site.Document("结果通知书"), Site.Options).Bytes;

    private static Task<byte[]> SignedAsync() => PdfSignatures.SignAsync(Letter(), new CertificateSigner(Key()), Details, Cancel);

    private static System.Security.Cryptography.X509Certificates.X509Certificate2 Key() =>
        SiteKey.LoadOrCreate(Path.Combine(Repository.Scratch(), "site.pfx"), "口令", "忻州市年度目标责任考核办公室", DateTimeOffset.UtcNow);
}
