using System.Buffers.Binary;
using System.Text;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>A small ICC v2 matrix profile of sRGB, computed from the constants of IEC 61966-2-1; PDF/A wants the colour space inside the file.</summary>
internal static class SrgbProfile
{
    private const int CurvePoints = 1024;

    /// <summary>The profile, compressed once for all documents.</summary>
    public static byte[] Deflated { get; } = PdfObjects.Deflate(Build());

    private static byte[] Build()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB")), ("cprt", Text("No copyright")), ("wtpt", Xyz(0.9505, 1, 1.0891)),
            ("rXYZ", Xyz(0.4361, 0.2225, 0.0139)), ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)), ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var profile = new byte[128 + 4 + (12 * tags.Length) + tags.Take(7).Sum(tag => Aligned(tag.Data.Length))];
        Header(profile);
        Put(profile, 128, tags.Length);
        var (record, offset) = (132, 132 + (12 * tags.Length));
        foreach (var (tag, data) in tags)
        {
            var shared = tag is "gTRC" or "bTRC";
            var at = shared ? offset - Aligned(data.Length) : offset;
            Ascii(profile, record, tag);
            Put(profile, record + 4, at);
            Put(profile, record + 8, data.Length);
            data.CopyTo(profile, at);
            record += 12;
            offset = shared ? offset : offset + Aligned(data.Length);
        }

        return profile;
    }

    private static void Header(byte[] profile)
    {
        Put(profile, 0, profile.Length);
        Put(profile, 8, 0x02100000);
        Ascii(profile, 12, "mntrRGB XYZ ");
        BinaryPrimitives.WriteUInt16BigEndian(profile.AsSpan(24), 2026);
        (profile[27], profile[29]) = (1, 1);
        Ascii(profile, 36, "acsp");
        Put(profile, 68, 0xF6D6);
        Put(profile, 72, 0x10000);
        Put(profile, 76, 0xD32D);
    }

    private static byte[] Curve()
    {
        var data = new byte[12 + (2 * CurvePoints)];
        Ascii(data, 0, "curv");
        Put(data, 8, CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var v = i / (CurvePoints - 1.0);
            var linear = v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * 65535));
        }

        return data;
    }

    private static byte[] Xyz(params double[] values)
    {
        var data = new byte[20];
        Ascii(data, 0, "XYZ ");
        for (var i = 0; i < values.Length; i++)
        {
            Put(data, 8 + (4 * i), (int)Math.Round(values[i] * 65536));
        }

        return data;
    }

    private static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 78];
        Ascii(data, 0, "desc");
        Put(data, 8, text.Length + 1);
        Ascii(data, 12, text);
        return data;
    }

    private static byte[] Text(string text)
    {
        var data = new byte[9 + text.Length];
        Ascii(data, 0, "text");
        Ascii(data, 8, text);
        return data;
    }

    private static int Aligned(int length) => (length + 3) & ~3;

    private static void Put(byte[] data, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(at), value);

    private static void Ascii(byte[] data, int at, string text) => Encoding.ASCII.GetBytes(text, data.AsSpan(at));
}
