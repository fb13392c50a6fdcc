namespace Kaohe.Storage.Disk;

/// <summary>
/// Writes files that a record in the database will refer to. Such a record is on the disk when somebody is answered, so its file must be there before it: a system
/// that loses its power would otherwise know of a paper whose pages are gone.
/// </summary>
public static class DurableFile
{
    /// <summary>Writes a whole file. It has its name only when all of it is on the disk; one that had the name is replaced.</summary>
    /// <param name="path">Where; a folder that is not there is made.</param>
    /// <param name="pieces">The contents, one after the other.</param>
    /// <param name="cancellationToken">Gives up; nothing half-written stays.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static async Task WriteAsync(string path, IReadOnlyList<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken = default)
    {
        var folder = Path.GetDirectoryName(path)!;
        MakeFolder(folder);
        var partial = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = File.OpenHandle(partial, FileMode.CreateNew, FileAccess.Write))
            {
                await RandomAccess.WriteAsync(file, pieces, fileOffset: 0, cancellationToken);
                DataSync.Flush(file);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }

        DataSync.FlushNames(folder);
    }

    /// <summary>Whether a file is there whole. One that was cut short, by a loss of power or by hand, does not count.</summary>
    /// <param name="path">Where.</param>
    /// <param name="length">Bytes it must have.</param>
    public static bool IsThere(string path, long length) => new FileInfo(path) is { Exists: true } file && file.Length == length;

    // A folder has its name only when the one it stands in is on the disk.
    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder) || Path.GetDirectoryName(folder) is not { } around)
        {
            return;
        }

        MakeFolder(around);
        Directory.CreateDirectory(folder);
        DataSync.FlushNames(around);
    }
}
