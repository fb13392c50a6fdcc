using Kaohe.Office;
using Kaohe.Server.Mail.Composing;
using Kaohe.Server.Shell.Hosting;
using MimeKit;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>The .eml files under <c>Data:Folder/mail</c>: the pickup folder, and the record of what went to the server.</summary>
/// <param name="folders">The folders.</param>
public sealed class MailFolder(ProductFolders folders)
{
    /// <summary>Writes a message beside its place and renames it, so that nobody sees half a mail. Writing it again replaces it.</summary>
    /// <returns>Path below the folder.</returns>
    public async Task<string> WriteAsync(MimeMessage message, string key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var id = MailComposer.MessageIdOf(key).Split('@')[0];
        var relative = Path.Combine(OfficeTime.DateOf(at).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), id + ".eml");
        var path = Path.Combine(folders.DataFolder("mail"), relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Guid.NewGuid():N}.tmp";
        await File.WriteAllBytesAsync(partial, Bytes(message), cancellationToken);
        File.Move(partial, path, overwrite: true);
        return relative;
    }

    // Written to memory first: a message goes out in hundreds of small pieces, each of which would be a turn of its own to the disk.
    private static byte[] Bytes(MimeMessage message)
    {
        using var written = new MemoryStream();
        message.WriteTo(written);
        return written.ToArray();
    }

    /// <summary>Reads a message.</summary>
    /// <param name="relative">Path below the folder, as the log has it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message; null when the file is gone.</returns>
    public async Task<MimeMessage?> ReadAsync(string relative, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folders.DataFolder("mail"), relative);
        return File.Exists(path) ? await MimeMessage.LoadAsync(path, cancellationToken) : null;
    }
}
