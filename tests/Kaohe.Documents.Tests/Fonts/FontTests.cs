using Kaohe.Documents.Fonts;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Fonts;

public sealed class FontTests
{
    [Theory]
    [InlineData("喆堃昇镕翀赟珺㛃")]
    [InlineData("𬭎")]
    public void Should_hold_rare_characters_of_names_in_every_role(string text) =>
        Assert.All(Enum.GetValues<FontRole>(), role => Assert.Empty(Site.Fonts.Missing(text, role)));

    [Fact]
    public void Should_list_each_missing_character_once() => Assert.Equal(["\U00031350"], Site.Fonts.Missing("王\U00031350和\U00031350"));

    [Fact]
    public void Should_fall_back_by_character_and_not_by_run()
    {
        var (common, rare) = (Site.Fonts.Find(FontRole.FangSong, '市'), Site.Fonts.Find(FontRole.FangSong, '喆'));

        Assert.NotEqual(0, common.Glyph);
        Assert.NotEqual(0, rare.Glyph);
        if (File.Exists(Path.Combine(Repository.Fonts, "FandolFang-Regular.ttf")))
        {
            Assert.NotSame(common.Font, rare.Font);
        }
    }

    [Fact]
    public void Should_put_a_site_face_first_by_its_chain_file()
    {
        var folder = Repository.Scratch();
        foreach (var file in Directory.GetFiles(Repository.Fonts, "Noto*.ttf"))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
        }

        File.WriteAllText(Path.Combine(folder, "chain.json"), """{"FangSong":["NotoSansSC-Medium.ttf"]}""");
        using var library = FontLibrary.Load(folder);

        Assert.Same(library.Find(FontRole.Hei, '市').Font, library.Find(FontRole.FangSong, '市').Font);
        Assert.Equal("NotoSerifSC-Light", library.Find(FontRole.Kai, '市').Font.Name);
    }

    [Fact]
    public void Should_ask_for_the_setup_when_a_role_has_no_face()
    {
        var refusal = Assert.Throws<DocumentRefusedException>(() => FontLibrary.Load(Repository.Scratch()));

        Assert.Contains("setup-fonts.sh", refusal.Message);
    }

    [Fact]
    public async Task Should_write_subsets_that_another_font_tool_reads()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Repository.Fonts, "LXGWWenKai-Regular.ttf")), "only LXGW WenKai has composite glyphs");
        var glyph = Site.Fonts.Find(FontRole.Kai, '目');
        var composite = Enumerable.Range(0, glyph.Font.GlyphCount).First(g => glyph.Font.Outline(g) is { Length: > 10 } outline && outline.Int16(0) < 0);

        var path = Site.Save(TrueTypeSubset.Build(glyph.Font, [glyph.Glyph, (ushort)composite, glyph.Glyph]), "a.ttf");

        var glyphs = await Shell.Run("/usr/bin/python3", "-c", $"from fontTools.ttLib import TTFont; f=TTFont('{path}'); g=f['glyf']; print(len(f.getGlyphOrder()), g[f.getGlyphOrder()[2]].isComposite(), f['hmtx'][f.getGlyphOrder()[1]]==f['hmtx'][f.getGlyphOrder()[3]])");
        Assert.Matches(@"^[4-9]\d* True True", glyphs);
    }
}
