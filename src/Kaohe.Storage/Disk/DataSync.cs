using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Kaohe.Storage.Disk;

/// <summary>
/// Brings a file's contents onto the disk as SQLite does it itself. The framework's own call also writes the file's times, which costs a second write
/// and which nobody reads of a log; where there is no cheaper call, that one is used.
/// </summary>
public static class DataSync
{
    private const int Interrupted = 4;
    private const int CloseOnExec = 0x80000;
    private const int NotForFolders = 22;

    /// <summary>Blocks until the disk has what was written before the call, and the length that is needed to read it.</summary>
    /// <param name="file">A file that may be written.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }

        Insist(() => DataOnly(file));
    }

    /// <summary>
    /// Blocks until the disk has the names that stand in a folder. Only Linux needs to be told; the framework has no call for it. Some network drives know no
    /// such call for folders (EINVAL): they keep names in their own way, and nothing is to be done.
    /// </summary>
    /// <param name="folder">A folder that exists.</param>
    /// <exception cref="IOException">The folder cannot be opened, or the disk refused.</exception>
    public static void FlushNames(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var number = 0;
        var path = Encoding.UTF8.GetBytes(folder + '\0');
        Insist(() => number = Open(path, CloseOnExec));
        using var opened = new SafeFileHandle(number, ownsHandle: true);
        Insist(() => Everything(opened), excused: NotForFolders);
    }

    private static void Insist(Func<int> call, int? excused = null)
    {
        while (call() < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == excused)
            {
                return;
            }

            if (error != Interrupted)
            {
                throw new IOException(new Win32Exception(error).Message);
            }
        }
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int DataOnly(SafeFileHandle file);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Everything(SafeFileHandle file);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
