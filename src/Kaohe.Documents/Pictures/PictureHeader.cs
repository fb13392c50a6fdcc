using System.Buffers.Binary;

namespace Kaohe.Documents.Pictures;

/// <summary>Kind and size of a picture, read from its first bytes.</summary>
/// <param name="IsPng">PNG, else JPEG.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Components">Colour channels of a JPEG; 0 for PNG.</param>
internal sealed record PictureHeader(bool IsPng, int Width, int Height, int Components = 0)
{
    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether a file begins as a PNG or a JPEG does.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith(PngStart) || (head.Length > 2 && head[0] == 0xFF && head[1] == 0xD8);

    /// <summary>Null when the bytes are neither PNG nor JPEG, or are broken.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > 24 && file.StartsWith(PngStart))
        {
            return Sized(true, BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        }

        return file.Length > 4 && file[0] == 0xFF && file[1] == 0xD8 ? Jpeg(file) : null;
    }

    private static PictureHeader? Jpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 9 < file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Sized(false, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), file[at + 9]);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    private static PictureHeader? Sized(bool png, int width, int height, int components = 0) => width > 0 && height > 0 ? new(png, width, height, components) : null;
}
