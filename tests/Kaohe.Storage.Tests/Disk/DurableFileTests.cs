using Kaohe.Storage.Disk;

namespace Kaohe.Storage.Tests.Disk;

public sealed class DurableFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kaohe-disk-").FullName;

    private string Place => Path.Combine(_folder, "通知.pdf");

    [Fact]
    public async Task Should_write_all_pieces_one_after_the_other_and_nothing_beside_the_file()
    {
        await DurableFile.WriteAsync(Place, ["考核"u8.ToArray(), "通知"u8.ToArray()], TestContext.Current.CancellationToken);

        Assert.Equal("考核通知", await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken));
        Assert.Equal([Place], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Should_replace_a_file_that_had_the_name()
    {
        await File.WriteAllTextAsync(Place, "比新的长得多的旧内容", TestContext.Current.CancellationToken);

        await DurableFile.WriteAsync(Place, ["新"u8.ToArray()], TestContext.Current.CancellationToken);

        Assert.Equal("新", await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Should_make_the_folders_that_are_not_there()
    {
        var deep = Path.Combine(_folder, "2026-12", "ab", "通知.pdf");

        await DurableFile.WriteAsync(deep, ["印"u8.ToArray()], TestContext.Current.CancellationToken);

        Assert.Equal("印", await File.ReadAllTextAsync(deep, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Should_leave_everything_as_it_was_when_it_is_given_up()
    {
        await File.WriteAllTextAsync(Place, "旧", TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DurableFile.WriteAsync(Place, ["新"u8.ToArray()], new CancellationToken(canceled: true)));

        Assert.Equal("旧", await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken));
        Assert.Equal([Place], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Should_leave_nothing_beside_a_name_that_cannot_be_given()
    {
        Directory.CreateDirectory(Place);

        await Assert.ThrowsAnyAsync<SystemException>(() => DurableFile.WriteAsync(Place, ["新"u8.ToArray()], TestContext.Current.CancellationToken));

        Assert.Equal([Place], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Should_not_count_a_file_that_was_cut_short()
    {
        Assert.False(DurableFile.IsThere(Place, 3));
        await File.WriteAllTextAsync(Place, "印", TestContext.Current.CancellationToken);

        Assert.True(DurableFile.IsThere(Place, 3));
        Assert.False(DurableFile.IsThere(Place, 4));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
