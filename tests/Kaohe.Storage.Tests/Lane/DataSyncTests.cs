using Kaohe.Storage.Lane;

namespace Kaohe.Storage.Tests.Lane;

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
}
