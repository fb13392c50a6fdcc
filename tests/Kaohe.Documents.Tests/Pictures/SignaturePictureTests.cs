using System.Text;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Pictures;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Pictures;

public sealed class SignaturePictureTests
{
    private const int Width = 400;
    private const int Height = 200;

    [Fact]
    public void Should_keep_the_ink_alone_cut_to_its_edges_on_a_transparent_ground()
    {
        var made = PngDecoder.Decode(SignaturePicture.Prepare(Photograph(paper: 240, ink: 30)));

        Assert.Equal((112, 22), (made.Width, made.Height)); // 100 × 10 of ink, and a margin of 6 on each side
        Assert.Equal((byte)0, made.Alpha![0]);
        Assert.Equal(byte.MaxValue, made.Alpha[(11 * made.Width) + 50]);
        Assert.All(made.Color, grey => Assert.Equal(0, grey));
    }

    [Theory]
    [InlineData(240, 240, "看不到签名")]
    [InlineData(60, 30, "背景太深")]
    public void Should_say_when_no_signature_can_be_told_from_its_ground(byte paper, byte ink, string why)
    {
        var refused = Assert.Throws<DocumentRefusedException>(() => SignaturePicture.Prepare(Photograph(paper, ink)));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_look_at_what_is_in_the_file_and_not_at_its_name()
    {
        byte[][] wrong =
        [
            Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
            [],
            [.. Photograph(240, 30).Take(120)],
            [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 10, 0, 10, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
            new byte[SignaturePicture.LargestFile + 1],
        ];

        Assert.All(wrong, file => Assert.Throws<DocumentRefusedException>(() => SignaturePicture.Prepare(file)));
    }

    [Fact]
    public void Should_refuse_more_pixels_than_memory_should_hold_before_reading_them()
    {
        var bomb = Photograph(240, 30);
        (bomb[16], bomb[20]) = (0x7F, 0x7F); // says that it is two thousand million pixels wide and high

        Assert.Equal(ProblemCodes.TooLarge, Assert.Throws<DocumentRefusedException>(() => SignaturePicture.Prepare(bomb)).Problems[0].Code);
    }

    [Fact]
    public async Task Should_stand_in_both_places_of_the_responsibility_paper()
    {
        var signature = SignaturePicture.Prepare(Photograph(240, 30));
        var values = TemplateCatalogue.Find("责任书")!.Fields.ToDictionary(field => field.Name, field => field.Type == FieldType.Picture ? signature : (object?)field.Sample);
        var merged = WordTemplate.Merge(File.ReadAllBytes(Repository.Template("责任书")), MergeData.From(values));

        var pdf = WordToPdf.Convert(merged.Bytes, Site.Options);

        Assert.Empty(WordFile.Validate(merged.Bytes));
        var pictures = await Shell.Run("pdfimages", "-list", Site.Save(pdf.Bytes, "a.pdf"));
        Assert.Equal(2, pictures.Split('\n').Count(line => line.Contains("smask", StringComparison.Ordinal) && line.Contains(" 112 ", StringComparison.Ordinal)));
    }

    // A sheet of paper with a thick stroke of 100 × 10 in its middle.
    private static byte[] Photograph(byte paper, byte ink)
    {
        var pixels = new byte[Width * Height * 2];
        for (var pixel = 0; pixel < Width * Height; pixel++)
        {
            var (x, y) = (pixel % Width, pixel / Width);
            pixels[pixel * 2] = x is >= 150 and < 250 && y is >= 95 and < 105 ? ink : paper;
            pixels[(pixel * 2) + 1] = byte.MaxValue;
        }

        return PngWriter.GreyAlpha(Width, Height, pixels);
    }
}
