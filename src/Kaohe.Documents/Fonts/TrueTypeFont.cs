using System.Text;

namespace Kaohe.Documents.Fonts;

/// <summary>One TrueType face: metrics, character map and outlines, read on demand from the mapped file. Safe to share between threads.</summary>
public sealed class TrueTypeFont : IDisposable
{
    private readonly FontFile _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly CharacterMap _characters;
    private readonly int _metrics;
    private readonly bool _longOffsets;

    /// <summary>Opens a .ttf file.</summary>
    /// <exception cref="NotSupportedException">The file has no TrueType outlines (for example an OpenType/CFF font).</exception>
    public TrueTypeFont(string path)
    {
        _file = new FontFile(path);
        var tables = _file.UInt16(4);
        var directory = _file.Bytes(12, 16 * tables);
        for (var i = 0; i < tables; i++)
        {
            _tables[Encoding.ASCII.GetString(directory, 16 * i, 4)] = ((int)directory.UInt32((16 * i) + 8), (int)directory.UInt32((16 * i) + 12));
        }

        if (!_tables.ContainsKey("glyf"))
        {
            _file.Dispose();
            throw new NotSupportedException($"{Path.GetFileName(path)} 不是 TrueType 轮廓字体（glyf），请换用 .ttf 字体。");
        }

        var head = Table("head");
        UnitsPerEm = head.UInt16(18);
        Box = [head.Int16(36), head.Int16(38), head.Int16(40), head.Int16(42)];
        _longOffsets = head.UInt16(50) != 0;
        var hhea = Table("hhea");
        Ascent = hhea.Int16(4);
        Descent = hhea.Int16(6);
        _metrics = hhea.UInt16(34);
        GlyphCount = Table("maxp").UInt16(4);
        _characters = CharacterMap.Read(Table("cmap"));
        Name = PostScriptName(Table("name")) ?? Path.GetFileNameWithoutExtension(path);
    }

    /// <summary>Name of the file, without its folder.</summary>
    public string FileName => Path.GetFileName(_file.Path);

    /// <summary>PostScript name.</summary>
    public string Name { get; }

    /// <summary>Design units in one em.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Of the face, in design units.</summary>
    public int Ascent { get; }

    /// <summary>Of the face, in design units; negative.</summary>
    public int Descent { get; }

    /// <summary>Glyphs in the face.</summary>
    public int GlyphCount { get; }

    /// <summary>xMin, yMin, xMax, yMax over all glyphs, in design units.</summary>
    internal IReadOnlyList<short> Box { get; }

    /// <summary>The glyph of a code point; 0 when the face has none.</summary>
    public ushort GlyphOf(int codePoint) => _characters.Glyph(codePoint);

    /// <summary>Advance width in em.</summary>
    public double Advance(int glyph) => Metric(glyph).Advance / (double)UnitsPerEm;

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    internal bool Has(string table) => _tables.ContainsKey(table);

    internal byte[] Table(string name) => _tables.TryGetValue(name, out var place)
        ? _file.Bytes(place.Offset, place.Length)
        : throw new InvalidDataException($"字体 {Path.GetFileName(_file.Path)} 缺少 {name} 表。");

    internal (ushort Advance, ushort LeftSide) Metric(int glyph)
    {
        var table = _tables["hmtx"].Offset;
        var advance = _file.UInt16(table + (4 * Math.Min(glyph, _metrics - 1)));
        var left = _file.UInt16(glyph < _metrics ? table + (4 * glyph) + 2 : table + (4 * _metrics) + (2 * (glyph - _metrics)));
        return (advance, left);
    }

    /// <summary>The outline of a glyph as it stands in the file; empty for a blank.</summary>
    internal byte[] Outline(int glyph)
    {
        var loca = _tables["loca"].Offset;
        var pair = _longOffsets ? _file.Bytes(loca + (4 * glyph), 8) : _file.Bytes(loca + (2 * glyph), 4);
        var from = _longOffsets ? (int)pair.UInt32(0) : pair.UInt16(0) * 2;
        var to = _longOffsets ? (int)pair.UInt32(4) : pair.UInt16(2) * 2;
        return _file.Bytes(_tables["glyf"].Offset + from, to - from);
    }

    private static string? PostScriptName(byte[] table)
    {
        const int postScript = 6;
        var text = table.UInt16(4);
        for (var i = 0; i < table.UInt16(2); i++)
        {
            var record = 6 + (12 * i);
            if (table.UInt16(record + 6) == postScript)
            {
                var encoding = table.UInt16(record) == 3 ? Encoding.BigEndianUnicode : Encoding.ASCII;
                return encoding.GetString(table, text + table.UInt16(record + 10), table.UInt16(record + 8));
            }
        }

        return null;
    }
}
