using DocumentFormat.OpenXml.Wordprocessing;

namespace MakeTemplates.Layout;

/// <summary>One column of a table.</summary>
/// <param name="Head">Heading.</param>
/// <param name="Millimetres">Width; a full table is 156 mm.</param>
/// <param name="Text">What a row shows, as a rule a placeholder.</param>
/// <param name="Side">c centre, l left, r right.</param>
public sealed record Column(string Head, double Millimetres, string Text, char Side = 'c')
{
    internal JustificationValues Alignment => Side switch
    {
        'l' => JustificationValues.Left,
        'r' => JustificationValues.Right,
        _ => JustificationValues.Center,
    };

    internal int Twips => (int)Math.Round(Millimetres * 56.6929);
}
