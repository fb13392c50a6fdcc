using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kaohe.Storage.Lane;

/// <summary>
/// Brings a file's contents onto the disk as SQLite does it itself. The framework's own call also writes the file's times, which costs a second write
/// and which nobody reads of a log; where there is no cheaper call, that one is used.
/// </summary>
public static class DataSync
{
    private const int Interrupted = 4;

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

        while (DataOnly(file) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted)
            {
                throw new IOException(new Win32Exception(error).Message);
            }
        }
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int DataOnly(SafeFileHandle file);
}
