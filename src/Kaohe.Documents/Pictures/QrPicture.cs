using QRCoder;

namespace Kaohe.Documents.Pictures;

/// <summary>QR codes for the paper: a phone that reads one opens the page that checks the document.</summary>
public static class QrPicture
{
    /// <summary>A black and white PNG with a quiet zone, error correction M (15 % of it may be stamped over).</summary>
    public static byte[] Png(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(6);
    }
}
