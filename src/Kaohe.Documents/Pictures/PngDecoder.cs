using System.Buffers.Binary;
using System.IO.Compression;

namespace Kaohe.Documents.Pictures;

/// <summary>A decoded PNG: 8-bit grey or RGB pixels, and a mask when any pixel is not opaque.</summary>
internal sealed record PngPixels(int Width, int Height, bool IsGrey, byte[] Color, byte[]? Alpha);

/// <summary>Decodes PNG of every colour type without interlacing (ISO/IEC 15948).</summary>
internal sealed class PngDecoder
{
    private const int Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, RgbAlpha = 6;
    private readonly int _width;
    private readonly int _height;
    private readonly int _depth;
    private readonly int _type;
    private byte[] _palette = [];
    private byte[] _transparency = [];
    private readonly List<byte> _packed = [];

    private PngDecoder(byte[] file)
    {
        _width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16));
        _height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        (_depth, _type) = (file[24], file[25]);
        if (file[28] != 0)
        {
            throw new InvalidDataException("interlaced");
        }

        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var data = file.AsSpan(at + 8, length);
            switch (file.AsSpan(at + 4, 4))
            {
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E']: _palette = data.ToArray(); break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']: _transparency = data.ToArray(); break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']: _packed.AddRange(data); break;
                default: break;
            }

            at += 12 + length;
        }
    }

    private int Channels => _type switch { Rgb => 3, GreyAlpha => 2, RgbAlpha => 4, _ => 1 };

    /// <summary>Decodes a whole file.</summary>
    /// <exception cref="InvalidDataException">The file is broken or interlaced.</exception>
    public static PngPixels Decode(byte[] file)
    {
        try
        {
            return new PngDecoder(file).Pixels();
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            throw new InvalidDataException("broken PNG", fault);
        }
    }

    private PngPixels Pixels()
    {
        var stride = ((_width * Channels * _depth) + 7) / 8;
        var step = Math.Max(1, Channels * _depth / 8);
        var grey = _type is Grey or GreyAlpha;
        var color = new byte[checked(_width * _height * (grey ? 1 : 3))];
        var alpha = _type is GreyAlpha or RgbAlpha || (_type == Palette && _transparency.Length > 0) ? new byte[_width * _height] : null;
        var (row, previous) = (new byte[stride], new byte[stride]);
        using var packed = new MemoryStream([.. _packed]);
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        for (var y = 0; y < _height; y++)
        {
            var filter = inflate.ReadByte();
            inflate.ReadExactly(row);
            Unfilter(filter, row, previous, step);
            for (var x = 0; x < _width; x++)
            {
                Pixel(row, x, (y * _width) + x, color, alpha, grey);
            }

            (row, previous) = (previous, row);
        }

        return new(_width, _height, grey, color, alpha is not null && Array.TrueForAll(alpha, a => a == 255) ? null : alpha);
    }

    private void Pixel(byte[] row, int x, int pixel, byte[] color, byte[]? alpha, bool grey)
    {
        if (_type == Palette)
        {
            var entry = Sample(row, x, scale: false);
            _palette.AsSpan(entry * 3, 3).CopyTo(color.AsSpan(pixel * 3));
            alpha?[pixel] = entry < _transparency.Length ? _transparency[entry] : (byte)255;
            return;
        }

        var at = x * Channels;
        if (grey)
        {
            color[pixel] = (byte)Sample(row, at, scale: true);
        }
        else
        {
            for (var c = 0; c < 3; c++)
            {
                color[(pixel * 3) + c] = (byte)Sample(row, at + c, scale: true);
            }
        }

        alpha?[pixel] = (byte)Sample(row, at + Channels - 1, scale: true);
    }

    /// <summary>One sample of a row as 8 bits, or as it is for a palette.</summary>
    private int Sample(byte[] row, int index, bool scale)
    {
        if (_depth >= 8)
        {
            return row[index * _depth / 8];
        }

        var bit = index * _depth;
        var value = row[bit >> 3] >> (8 - _depth - (bit & 7)) & ((1 << _depth) - 1);
        return scale ? value * 255 / ((1 << _depth) - 1) : value;
    }

    private static void Unfilter(int filter, byte[] row, byte[] previous, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = previous[i], corner = i >= step ? previous[i - step] : 0;
            row[i] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Paeth(left, up, corner),
                _ => throw new InvalidDataException("PNG filter"),
            };
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (byLeft, byUp, byCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
