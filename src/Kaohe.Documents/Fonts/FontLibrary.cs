using System.Collections.Concurrent;
using System.Text.Json;

namespace Kaohe.Documents.Fonts;

/// <summary>
/// The faces of a site: for each role a chain of font files, asked in order for every single character. Load once and share;
/// all members are safe to call from many threads.
/// </summary>
public sealed class FontLibrary : IDisposable
{
    private const string ChainFile = "chain.json";
    private const string NameFallback = "NotoSerifSC-Light.ttf";

    /// <summary>The figures and Latin letters of this face are those of a sans serif one; beside 仿宋 stand the fallback's.</summary>
    private const string WithoutLatin = "FandolFang-Regular.ttf";
    private const int FirstBeyondLatin = 0x80;

    /// <summary>What <c>scripts/setup-fonts.sh</c> brings. A file that is not there is passed over.</summary>
    private static readonly Dictionary<FontRole, string[]> DefaultChains = new()
    {
        [FontRole.FangSong] = [WithoutLatin, NameFallback, "LXGWWenKai-Regular.ttf"],
        [FontRole.Kai] = ["LXGWWenKai-Regular.ttf", NameFallback],
        [FontRole.Hei] = ["NotoSansSC-Medium.ttf", "NotoSerifSC-Bold.ttf", "LXGWWenKai-Regular.ttf"],
        [FontRole.XiaoBiaoSong] = ["NotoSerifSC-SemiBold.ttf", "NotoSerifSC-Bold.ttf", "LXGWWenKai-Regular.ttf"],
        [FontRole.Song] = ["NotoSerifSC-Regular.ttf", "LXGWWenKai-Regular.ttf"],
    };

    private readonly Dictionary<FontRole, TrueTypeFont[]> _chains;
    private readonly ConcurrentDictionary<(FontRole Role, int CodePoint), GlyphRef> _found = new();

    private FontLibrary(Dictionary<FontRole, TrueTypeFont[]> chains) => _chains = chains;

    /// <summary>
    /// Opens the faces in a folder. A site's own faces go first by a file <c>chain.json</c> there: <c>{"FangSong":["simfang.ttf","FandolFang-Regular.ttf"]}</c>;
    /// roles it does not name keep the default chain.
    /// </summary>
    /// <exception cref="DocumentRefusedException">A role has no face at all, or <c>chain.json</c> cannot be read.</exception>
    public static FontLibrary Load(string folder)
    {
        var chains = new Dictionary<FontRole, string[]>(DefaultChains);
        foreach (var (role, files) in ReadChains(Path.Combine(folder, ChainFile)))
        {
            chains[role] = files;
        }

        var open = new Dictionary<string, TrueTypeFont>(StringComparer.Ordinal);
        var loaded = new Dictionary<FontRole, TrueTypeFont[]>();
        foreach (var (role, files) in chains)
        {
            loaded[role] = [.. files.Where(file => File.Exists(Path.Combine(folder, file))).Select(file => open.TryGetValue(file, out var font) ? font : open[file] = new TrueTypeFont(Path.Combine(folder, file)))];
            if (loaded[role].Length == 0)
            {
                throw new DocumentRefusedException("no-font", $"字体目录 {folder} 中没有可用的{FontRoles.Label(role)}字体，请先运行 scripts/setup-fonts.sh。");
            }
        }

        return new FontLibrary(loaded);
    }

    /// <summary>The face and glyph for a character: the first face of the role's chain that holds it. Glyph 0 of the first face when none does.</summary>
    public GlyphRef Find(FontRole role, int codePoint) => _found.TryGetValue((role, codePoint), out var found)
        ? found
        : _found.GetOrAdd((role, codePoint), key => Search(_chains[key.Role], key.CodePoint));

    /// <summary>True when the chain of the role holds the character.</summary>
    public bool Holds(FontRole role, int codePoint) => Find(role, codePoint).Glyph != 0;

    /// <summary>The characters of a text that no face of the role's chain holds, each once. For a check of names before sign-off.</summary>
    public IReadOnlyList<string> Missing(string text, FontRole role = FontRole.FangSong) =>
        [.. text.EnumerateRunes().Where(rune => rune.Value >= ' ' && !Holds(role, rune.Value)).Select(rune => rune.ToString()).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in _chains.Values.SelectMany(chain => chain).Distinct())
        {
            font.Dispose();
        }
    }

    private static GlyphRef Search(TrueTypeFont[] chain, int codePoint)
    {
        var isLatin = codePoint < FirstBeyondLatin && chain.Length > 1;
        foreach (var font in chain)
        {
            if (isLatin && font.FileName == WithoutLatin)
            {
                continue;
            }

            if (font.GlyphOf(codePoint) is not 0 and var glyph)
            {
                return new GlyphRef(font, glyph, font.Advance(glyph));
            }
        }

        return new GlyphRef(chain[0], 0, 1);
    }

    private static Dictionary<FontRole, string[]> ReadChains(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            var given = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(path)) ?? [];
            return given.ToDictionary(pair => Enum.Parse<FontRole>(pair.Key), pair => pair.Value);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new DocumentRefusedException("no-font", $"{path} 写法有误：应为 {{\"FangSong\":[\"字体文件.ttf\"]}}，角色为 {string.Join('、', Enum.GetNames<FontRole>())}。", fault);
        }
    }
}
