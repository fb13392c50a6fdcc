using Kaohe.Documents.Packages;

namespace Kaohe.Documents.Pictures;

/// <summary>Makes a picture for papers of a photographed or scanned signature: the ink alone, cut to its edges, on a transparent ground.</summary>
public static class SignaturePicture
{
    /// <summary>Largest file in bytes.</summary>
    public const int LargestFile = 2_000_000;

    /// <summary>Refused by <see cref="Prepare"/>: no signature can be seen.</summary>
    public const string NoInk = "no-ink";

    /// <summary>Paper is at least this bright, ink at most <see cref="Ink"/>; between them an edge is half transparent.</summary>
    private const int Paper = 225;
    private const int Ink = 120;
    private const int Margin = 6;
    private const double LeastInk = 0.0005;
    private const double MostInk = 0.5;

    /// <summary>How many bytes <see cref="LooksLikePicture"/> wants.</summary>
    public const int HeadLength = 8;

    /// <summary>Whether a file begins as a PNG or a JPEG does, whatever it is called.</summary>
    /// <param name="head">Its first bytes.</param>
    public static bool LooksLikePicture(ReadOnlySpan<byte> head) => PictureHeader.Begins(head);

    /// <summary>Checks a file by what is in it, and makes the picture.</summary>
    /// <param name="file">A PNG.</param>
    /// <returns>PNG, grey with alpha.</returns>
    /// <exception cref="DocumentRefusedException">It is no PNG, too large, or shows no signature on a light ground.</exception>
    public static byte[] Prepare(byte[] file)
    {
        if (file.Length > LargestFile)
        {
            throw new DocumentRefusedException(ProblemCodes.TooLarge, $"签名图片有{file.Length / 1000:N0} KB，超过{LargestFile / 1000:N0} KB，请裁剪后再传。");
        }

        if (PictureHeader.Read(file) is not { } header)
        {
            throw new DocumentRefusedException(ProblemCodes.BadPicture, "这不是 PNG 或 JPG 图片，请拍照或扫描后重新选择。");
        }

        if (!header.IsPng)
        {
            throw new DocumentRefusedException(ProblemCodes.BadPicture, "JPG 图片请在“签名图片”页面上传，页面会转成背景透明的 PNG；其他途径请直接上传 PNG。");
        }

        if ((long)header.Width * header.Height > DocxLimits.Default.PicturePixels)
        {
            throw new DocumentRefusedException(ProblemCodes.TooLarge, $"签名图片有{header.Width}×{header.Height}个像素，太大，请缩小后再传。");
        }

        try
        {
            return Cut(PngDecoder.Decode(file));
        }
        catch (InvalidDataException fault)
        {
            throw new DocumentRefusedException(ProblemCodes.BadPicture, "图片已损坏或是隔行存储的 PNG，请另存为普通 PNG 后再传。", fault);
        }
    }

    private static byte[] Cut(PngPixels picture)
    {
        var alphas = new byte[picture.Width * picture.Height];
        var (left, top, right, bottom, inked) = (picture.Width, picture.Height, -1, -1, 0);
        for (var pixel = 0; pixel < alphas.Length; pixel++)
        {
            var alpha = alphas[pixel] = AlphaOf(picture, pixel);
            if (alpha > byte.MaxValue / 2)
            {
                var (x, y) = (pixel % picture.Width, pixel / picture.Width);
                (left, top, right, bottom, inked) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y), inked + 1);
            }
        }

        if (inked < alphas.Length * LeastInk || inked > alphas.Length * MostInk)
        {
            throw new DocumentRefusedException(NoInk, inked < alphas.Length * LeastInk ? "图片里看不到签名，请用深色笔写在白纸上重拍。" : "图片背景太深，分不清签名，请在白纸上写、在亮处重拍。");
        }

        (left, top) = (Math.Max(0, left - Margin), Math.Max(0, top - Margin));
        (right, bottom) = (Math.Min(picture.Width - 1, right + Margin), Math.Min(picture.Height - 1, bottom + Margin));
        var (width, height) = (right - left + 1, bottom - top + 1);
        var cut = new byte[width * height * 2];
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            // Ink is black; how much of it stands there is said by the alpha.
            cut[(pixel * 2) + 1] = alphas[((top + (pixel / width)) * picture.Width) + left + (pixel % width)];
        }

        return PngWriter.GreyAlpha(width, height, cut);
    }

    private static byte AlphaOf(PngPixels picture, int pixel)
    {
        var brightness = picture.IsGrey
            ? picture.Color[pixel]
            : ((picture.Color[pixel * 3] * 299) + (picture.Color[(pixel * 3) + 1] * 587) + (picture.Color[(pixel * 3) + 2] * 114)) / 1000;
        var darkness = Math.Clamp((Paper - brightness) * byte.MaxValue / (Paper - Ink), 0, byte.MaxValue);
        return (byte)(darkness * (picture.Alpha?[pixel] ?? byte.MaxValue) / byte.MaxValue);
    }
}
