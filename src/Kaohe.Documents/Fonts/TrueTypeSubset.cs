using System.Text;

namespace Kaohe.Documents.Fonts;

/// <summary>
/// Cuts a face down to the glyphs a document uses. The new glyph numbers follow the order asked for (0 stays .notdef), which lets the PDF
/// use them as character codes; parts of composite glyphs are added behind and renumbered inside the composites.
/// </summary>
internal static class TrueTypeSubset
{
    private static readonly string[] Hinting = ["cvt ", "fpgm", "prep"];

    /// <summary>Writes the cut face as a TrueType file.</summary>
    /// <param name="font">The face.</param>
    /// <param name="glyphs">The wanted glyphs; the first gets number 1. One glyph may be asked for twice.</param>
    public static byte[] Build(TrueTypeFont font, IReadOnlyList<ushort> glyphs)
    {
        var order = new List<ushort>(glyphs.Count + 8) { 0 };
        order.AddRange(glyphs);
        var numbers = new Dictionary<ushort, int>(order.Count);
        for (var i = 0; i < order.Count; i++)
        {
            numbers.TryAdd(order[i], i);
        }

        using var outlines = new MemoryStream();
        var offsets = new List<uint>(order.Count + 1);
        for (var i = 0; i < order.Count; i++)
        {
            offsets.Add((uint)outlines.Length);
            var outline = font.Outline(order[i]);
            Renumber(outline, order, numbers);
            outlines.Write(outline);
            Pad(outlines);
        }

        offsets.Add((uint)outlines.Length);
        return Assemble(Tables(font, order, offsets, outlines.ToArray()));
    }

    private static void Renumber(byte[] outline, List<ushort> order, Dictionary<ushort, int> numbers)
    {
        foreach (var at in CompositeParts(outline))
        {
            var part = outline.UInt16(at);
            if (!numbers.TryGetValue(part, out var number))
            {
                numbers[part] = number = order.Count;
                order.Add(part);
            }

            outline.SetUInt16(at, number);
        }
    }

    /// <summary>Where the glyph numbers of a composite's parts stand.</summary>
    private static IEnumerable<int> CompositeParts(byte[] outline)
    {
        const int wordArguments = 1, scale = 8, moreParts = 0x20, twoScales = 0x40, matrix = 0x80;
        if (outline.Length < 10 || outline.Int16(0) >= 0)
        {
            yield break;
        }

        for (int at = 10, flags = moreParts; (flags & moreParts) != 0;)
        {
            flags = outline.UInt16(at);
            yield return at + 2;
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2)
                + ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        }
    }

    private static SortedDictionary<string, byte[]> Tables(TrueTypeFont font, List<ushort> order, List<uint> offsets, byte[] outlines)
    {
        var head = font.Table("head");
        head.SetUInt32(8, 0);
        head.SetUInt16(50, 1);
        var hhea = font.Table("hhea");
        hhea.SetUInt16(34, order.Count);
        var maxp = font.Table("maxp");
        maxp.SetUInt16(4, order.Count);
        var loca = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
        {
            loca.SetUInt32(4 * i, offsets[i]);
        }

        var hmtx = new byte[4 * order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            var (advance, left) = font.Metric(order[i]);
            hmtx.SetUInt16(4 * i, advance);
            hmtx.SetUInt16((4 * i) + 2, left);
        }

        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["head"] = head,
            ["hhea"] = hhea,
            ["maxp"] = maxp,
            ["hmtx"] = hmtx,
            ["loca"] = loca,
            ["glyf"] = outlines,
        };
        foreach (var name in Hinting.Where(font.Has))
        {
            tables[name] = font.Table(name);
        }

        return tables;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var power = (int)Math.Log2(tables.Count);
        var header = new byte[12 + (16 * tables.Count)];
        header.SetUInt32(0, 0x00010000);
        header.SetUInt16(4, tables.Count);
        header.SetUInt16(6, 16 << power);
        header.SetUInt16(8, power);
        header.SetUInt16(10, (16 * tables.Count) - (16 << power));
        var (record, offset) = (12, header.Length);
        foreach (var (name, table) in tables)
        {
            Encoding.ASCII.GetBytes(name, header.AsSpan(record));
            header.SetUInt32(record + 4, Checksum(table));
            header.SetUInt32(record + 8, (uint)offset);
            header.SetUInt32(record + 12, (uint)table.Length);
            record += 16;
            offset += (table.Length + 3) & ~3;
        }

        using var file = new MemoryStream(offset);
        file.Write(header);
        foreach (var table in tables.Values)
        {
            file.Write(table);
            Pad(file);
        }

        return file.ToArray();
    }

    private static uint Checksum(byte[] table)
    {
        uint sum = 0;
        for (var i = 0; i < table.Length; i++)
        {
            sum += (uint)table[i] << (24 - (8 * (i & 3)));
        }

        return sum;
    }

    private static void Pad(MemoryStream stream)
    {
        while ((stream.Length & 3) != 0)
        {
            stream.WriteByte(0);
        }
    }
}
