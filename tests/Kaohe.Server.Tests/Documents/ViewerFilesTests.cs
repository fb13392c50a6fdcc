using System.IO.Compression;
using System.Net;
using System.Text;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Documents;

/// <summary>pdf.js comes from this host, compressed, and nothing else of the disk with it.</summary>
public sealed class ViewerFilesTests(ServerHost host) : IClassFixture<ServerHost>
{
    private const string Worker = "/lib/pdfjs/legacy/build/pdf.worker.min.mjs";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_send_scripts_compressed_and_only_when_they_have_changed()
    {
        var client = await host.SignInAsync("读公文的人", RoleCodes.Unit);
        using var request = new HttpRequestMessage(HttpMethod.Get, Worker);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(("text/javascript", "gzip"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentEncoding.Single()));
        Assert.True(answer.Content.Headers.ContentLength < 500_000);
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(Cancel), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Contains("Mozilla Foundation", await reader.ReadToEndAsync(Cancel), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, Worker);
        again.Headers.AcceptEncoding.ParseAdd("gzip");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await client.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/lib/pdfjs/cmaps/UniGB-UCS2-H.bcmap", HttpStatusCode.OK)]
    [InlineData("/lib/pdfjs/standard_fonts/FoxitFixed.pfb", HttpStatusCode.OK)]
    [InlineData("/lib/pdfjs/package.json", HttpStatusCode.NotFound)]
    [InlineData("/lib/pdfjs/legacy/build/nothing.mjs", HttpStatusCode.NotFound)]
    [InlineData("/lib/pdfjs/cmaps/..%2F..%2Fpackage.json", HttpStatusCode.NotFound)]
    [InlineData("/lib/pdfjs/cmaps/..%5C..%5Cpackage.json", HttpStatusCode.NotFound)]
    public async Task Should_serve_the_library_and_nothing_around_it(string address, HttpStatusCode status)
    {
        using var answer = await (await host.SignInAsync("读公文的人", RoleCodes.Unit)).GetAsync(address, Cancel);

        Assert.Equal(status, answer.StatusCode);
    }
}
