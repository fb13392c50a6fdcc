using Kaohe.Storage.Disk;

namespace Kaohe.Storage.Tests.Disk;

public sealed class DataSyncTests
{
    [Fact]
    public void Should_flush_a_file_that_was_written()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.Write(file, "印"u8, fileOffset: 0);

            DataSync.Flush(file);

            Assert.Equal(3, RandomAccess.GetLength(file));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Should_say_so_when_the_disk_refuses()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a device without a disk is a file on Linux");
        using var device = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write);

        Assert.Throws<IOException>(() => DataSync.Flush(device));
    }

    [Fact]
    public void Should_flush_the_names_of_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("kaohe-disk-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "通知.pdf"), "印");

            Assert.Null(Record.Exception(() => DataSync.FlushNames(folder.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Should_say_so_when_a_folder_is_not_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere names need no flush");

        Assert.Throws<IOException>(() => DataSync.FlushNames(Path.Combine(Path.GetTempPath(), "kaohe-没有这个文件夹")));
    }
}
