using System.Globalization;
using System.Security.Cryptography;
using MimeKit;

namespace Kaohe.Benchmarks.Mail;

/// <summary>What really lies on the disk after the mails have left: a figure that proves itself.</summary>
/// <param name="Files">Messages.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="Opened">How many of them were read back, spread evenly.</param>
/// <param name="Whole">How many of those carry exactly one attachment, byte for byte one of the documents.</param>
internal sealed record MailProof(int Files, long Bytes, int Opened, int Whole)
{
    private const int Sample = 200;

    /// <summary>Counts all messages below a folder, and opens some of them.</summary>
    /// <param name="folder">The pickup folder, or a server's mailboxes.</param>
    /// <param name="hashes">SHA-256 of the documents, in lower-case hexadecimal.</param>
    public static async Task<MailProof> OfAsync(string folder, IReadOnlySet<string> hashes)
    {
        var files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories);
        var opened = files.Where((_, number) => number % Math.Max(1, files.Length / Sample) == 0).ToList();
        var whole = 0;
        foreach (var file in opened)
        {
            using var message = await MimeMessage.LoadAsync(file.FullName);
            whole += message.Attachments.ToList() is [MimePart part] && hashes.Contains(await HashAsync(part)) ? 1 : 0;
        }

        return new(files.Length, files.Sum(file => file.Length), opened.Count, whole);
    }

    /// <summary>Whether every mail is there, each as large as its document needs, and every one that was opened is whole.</summary>
    /// <param name="count">Mails.</param>
    /// <param name="bytes">Size of each document.</param>
    public bool Holds(int count, int bytes) => Files == count && Bytes > (long)count * bytes * 4 / 3 && Opened == Whole && Opened > 0;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Files} files, {Bytes / 1e6:0} MB; {Opened} opened, {Whole} carry their PDF byte for byte");

    private static async Task<string> HashAsync(MimePart part)
    {
        using var bytes = new MemoryStream();
        await part.Content!.DecodeToAsync(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }
}
