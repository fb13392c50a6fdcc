using Kaohe.Server.Documents.Files;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tasks.Attachments;
using Microsoft.Extensions.Configuration;

namespace Kaohe.Server.Tests.Documents;

/// <summary>Files under their hash: what a loss of power has cut short is written again when the same bytes come.</summary>
public sealed class StoredBytesTests : IDisposable
{
    private static readonly byte[] _paper = [.. "%PDF 考核结果通知书"u8];
    private readonly string _folder = Directory.CreateTempSubdirectory("kaohe-files-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ProductFolders Folders => new(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", _folder)]).Build());

    [Fact]
    public async Task Should_write_a_document_again_that_was_cut_short_on_the_disk()
    {
        var files = new DocumentFiles(Folders);
        var stored = await files.PutAsync(_paper, "通知书.pdf", DocumentFiles.Pdf, Cancel);
        Cut();
        await Assert.ThrowsAsync<InvalidDataException>(() => files.ReadAsync(stored.Sha256, Cancel));

        var again = await files.PutAsync(_paper, "通知书.pdf", DocumentFiles.Pdf, Cancel);

        Assert.Equal(stored, again);
        Assert.Equal(_paper, await files.ReadAsync(stored.Sha256, Cancel));
    }

    [Fact]
    public async Task Should_keep_the_same_document_once()
    {
        var files = new DocumentFiles(Folders);
        await files.PutAsync(_paper, "通知书.pdf", DocumentFiles.Pdf, Cancel);
        var written = File.GetLastWriteTimeUtc(Assert.Single(All()));
        await files.PutAsync(_paper, "另一个名字.pdf", DocumentFiles.Pdf, Cancel);

        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(All())));
    }

    [Fact]
    public async Task Should_write_an_attachment_again_that_was_cut_short_on_the_disk()
    {
        var files = new ContentFiles(Folders);
        var hash = await files.KeepAsync(_paper, Cancel);
        Cut();

        Assert.Equal(hash, await files.KeepAsync(_paper, Cancel));

        Assert.Equal(_paper, await File.ReadAllBytesAsync(Assert.Single(All()), Cancel));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] All() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);

    private void Cut() => File.WriteAllBytes(Assert.Single(All()), []);
}
