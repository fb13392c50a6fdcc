using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using PIC = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Kaohe.Documents.Merge;

/// <summary>The Word markup of a picture: in the line, or floating behind the text as a seal does. Sizes in EMU (36,000 a millimetre).</summary>
internal static class PictureDrawing
{
    public const long EmuPerMillimetre = 36_000;
    public const long EmuPerPoint = 12_700;

    public static Drawing Inline(string relation, uint id, string name, long width, long height) =>
        new(new DW.Inline(new DW.Extent { Cx = width, Cy = height }, new DW.DocProperties { Id = id, Name = name, Description = name }, Graphic(relation, id, name, width, height))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });

    /// <summary>A seal over signer and date: <paramref name="x"/> from the left margin, <paramref name="y"/> from the top of its paragraph.</summary>
    public static Drawing Floating(string relation, uint id, string name, long width, long height, long x, long y) =>
        new(new DW.Anchor(
            new DW.SimplePosition { X = 0, Y = 0 },
            new DW.HorizontalPosition(new DW.PositionOffset(x.ToString(CultureInfo.InvariantCulture))) { RelativeFrom = DW.HorizontalRelativePositionValues.Margin },
            new DW.VerticalPosition(new DW.PositionOffset(y.ToString(CultureInfo.InvariantCulture))) { RelativeFrom = DW.VerticalRelativePositionValues.Paragraph },
            new DW.Extent { Cx = width, Cy = height },
            new DW.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DW.WrapNone(),
            new DW.DocProperties { Id = id, Name = name, Description = name },
            Graphic(relation, id, name, width, height))
        {
            BehindDoc = true,
            SimplePos = false,
            RelativeHeight = 251_658_240,
            Locked = true,
            LayoutInCell = true,
            AllowOverlap = true,
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });

    private static A.Graphic Graphic(string relation, uint id, string name, long width, long height) => new(new A.GraphicData(new PIC.Picture(
        new PIC.NonVisualPictureProperties(new PIC.NonVisualDrawingProperties { Id = id, Name = name }, new PIC.NonVisualPictureDrawingProperties()),
        new PIC.BlipFill(new A.Blip { Embed = relation }, new A.Stretch(new A.FillRectangle())),
        new PIC.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
    {
        Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
    });
}
