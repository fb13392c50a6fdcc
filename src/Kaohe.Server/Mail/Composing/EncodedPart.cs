using MimeKit;

namespace Kaohe.Server.Mail.Composing;

/// <summary>
/// An attachment that is base64 already. Into <see cref="MessagePieces"/> it goes by reference, so that a file that a hundred people get is encoded once
/// and copied never; into any other stream as usual.
/// </summary>
internal sealed class EncodedPart : MimePart
{
    private readonly ReadOnlyMemory<byte> _encoded;

    public EncodedPart(string mediaType, string name, byte[] encoded)
        : base(MimeKit.ContentType.Parse(mediaType))
    {
        _encoded = encoded;
        Content = new MimeContent(new MemoryStream(encoded, writable: false), ContentEncoding.Base64);
        ContentTransferEncoding = ContentEncoding.Base64;
        ContentDisposition = new ContentDisposition(MimeKit.ContentDisposition.Attachment);
        FileName = name;
    }

    /// <inheritdoc />
    public override void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        if (stream is not MessagePieces pieces)
        {
            base.WriteTo(options, stream, contentOnly, cancellationToken);
            return;
        }

        var content = Content;
        Content = null!; // a part without content writes its headers only
        base.WriteTo(options, stream, contentOnly, cancellationToken);
        Content = content;
        pieces.Share(_encoded);
    }
}
