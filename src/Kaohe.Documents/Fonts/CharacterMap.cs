namespace Kaohe.Documents.Fonts;

/// <summary>From code point to glyph: the font's <c>cmap</c> as sorted ranges. Format 12 (all planes) is preferred over format 4.</summary>
internal sealed class CharacterMap
{
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _glyph;

    private CharacterMap(List<(int First, int Last, int Glyph)> ranges)
    {
        ranges.Sort((a, b) => a.First.CompareTo(b.First));
        _first = [.. ranges.Select(r => r.First)];
        _last = [.. ranges.Select(r => r.Last)];
        _glyph = [.. ranges.Select(r => r.Glyph)];
    }

    /// <summary>The glyph of a code point, 0 when the font has none.</summary>
    public ushort Glyph(int codePoint)
    {
        var at = Array.BinarySearch(_first, codePoint);
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && codePoint <= _last[at] ? (ushort)(_glyph[at] + codePoint - _first[at]) : (ushort)0;
    }

    public static CharacterMap Read(byte[] cmap)
    {
        var (offset, format) = (0, 0);
        for (var i = 0; i < cmap.UInt16(2); i++)
        {
            var record = 4 + (8 * i);
            var at = (int)cmap.UInt32(record + 4);
            var found = (int)cmap.UInt16(at);
            var isUnicode = cmap.UInt16(record) is 0 or 3;
            if (isUnicode && (found == 12 || (found == 4 && format != 12)))
            {
                (offset, format) = (at, found);
            }
        }

        return format switch
        {
            12 => new(Groups(cmap, offset)),
            4 => new(Segments(cmap, offset)),
            _ => throw new NotSupportedException("The font has no Unicode character map."),
        };
    }

    private static List<(int First, int Last, int Glyph)> Groups(byte[] cmap, int table)
    {
        var ranges = new List<(int, int, int)>();
        for (var i = 0; i < (int)cmap.UInt32(table + 12); i++)
        {
            var at = table + 16 + (12 * i);
            ranges.Add(((int)cmap.UInt32(at), (int)cmap.UInt32(at + 4), (int)cmap.UInt32(at + 8)));
        }

        return ranges;
    }

    private static List<(int First, int Last, int Glyph)> Segments(byte[] cmap, int table)
    {
        var ranges = new List<(int, int, int)>();
        var twice = cmap.UInt16(table + 6);
        var (ends, starts) = (table + 14, table + 16 + twice);
        var (deltas, offsets) = (starts + twice, starts + (2 * twice));
        for (var i = 0; i < twice; i += 2)
        {
            int first = cmap.UInt16(starts + i), last = cmap.UInt16(ends + i), delta = cmap.UInt16(deltas + i), offset = cmap.UInt16(offsets + i);
            for (var c = first; c <= last && c != 0xFFFF; c++)
            {
                var glyph = offset == 0 ? c : cmap.UInt16(offsets + i + offset + (2 * (c - first)));
                if (glyph != 0)
                {
                    ranges.Add((c, c, (glyph + delta) & 0xFFFF));
                }
            }
        }

        return ranges;
    }
}
