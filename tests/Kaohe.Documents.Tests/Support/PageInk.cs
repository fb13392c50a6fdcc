using Kaohe.Documents.Pictures;

namespace Kaohe.Documents.Tests.Support;

/// <summary>A row of pixels with ink of one colour; millimetres from the page's top left corner.</summary>
internal sealed record InkRow(double Y, double Left, double Right);

/// <summary>A page as it is printed, ten pixels a millimetre.</summary>
internal sealed class PageInk
{
    /// <summary>Millimetres of one pixel.</summary>
    public const double Step = 0.1;

    private readonly PngPixels _pixels;

    private PageInk(PngPixels pixels) => _pixels = pixels;

    public static async Task<PageInk> Of(string pdf, int page)
    {
        var picture = Path.ChangeExtension(pdf, "." + page);
        await Shell.Run("pdftoppm", "-r", "254", "-f", page.ToString(), "-l", page.ToString(), "-singlefile", "-png", pdf, picture);
        return new PageInk(PngDecoder.Decode(await File.ReadAllBytesAsync(picture + ".png")));
    }

    public static bool IsRed(byte r, byte g, byte b) => r > 150 && g < 110 && b < 110;

    public static bool IsBlack(byte r, byte g, byte b) => r < 120 && g < 120 && b < 120;

    /// <summary>The rows that hold ink of this colour, from the top.</summary>
    public IReadOnlyList<InkRow> Rows(Func<byte, byte, byte, bool> isInk)
    {
        var rows = new List<InkRow>();
        for (var y = 0; y < _pixels.Height; y++)
        {
            var (left, right) = (-1, -1);
            for (var x = 0; x < _pixels.Width; x++)
            {
                var at = ((y * _pixels.Width) + x) * 3;
                if (isInk(_pixels.Color[at], _pixels.Color[at + 1], _pixels.Color[at + 2]))
                {
                    left = left < 0 ? x : left;
                    right = x;
                }
            }

            if (left >= 0)
            {
                rows.Add(new(y * Step, left * Step, (right + 1) * Step));
            }
        }

        return rows;
    }
}
