using Kaohe.Office;
using Kaohe.Server.Mail.Composing;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage.Disk;
using MimeKit;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>The .eml files under <c>Data:Folder/mail</c>: the pickup folder, and the record of what went to the server.</summary>
/// <param name="folders">The folders.</param>
public sealed class MailFolder(ProductFolders folders)
{
    private static readonly FormatOptions _format = Dos();

    /// <summary>Writes a message beside its place and renames it, so that nobody sees half a mail. Writing it again replaces it.</summary>
    /// <returns>Path below the folder.</returns>
    public async Task<string> WriteAsync(MimeMessage message, string key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var id = MailComposer.MessageIdOf(key).Split('@')[0];
        var relative = Path.Combine(OfficeTime.DateOf(at).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), id + ".eml");
        var path = Path.Combine(folders.DataFolder("mail"), relative);
        await DurableFile.WriteAsync(path, Pieces(message), cancellationToken);
        return relative;
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

    private static IReadOnlyList<ReadOnlyMemory<byte>> Pieces(MimeMessage message)
    {
        using var pieces = new MessagePieces();
        message.WriteTo(_format, pieces, CancellationToken.None);
        return pieces.Take();
    }

    private static FormatOptions Dos()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
