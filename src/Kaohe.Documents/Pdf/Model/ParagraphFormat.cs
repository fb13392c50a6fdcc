namespace Kaohe.Documents.Pdf.Model;

/// <summary>How a line's height follows from its paragraph.</summary>
internal enum LineRule
{
    /// <summary>A multiple of the natural height; <see cref="ParagraphFormat.Line"/> is the factor.</summary>
    Auto,

    /// <summary>At least so many points.</summary>
    AtLeast,

    /// <summary>Exactly so many points.</summary>
    Exact,
}

/// <summary>Where the lines of a paragraph stand.</summary>
internal enum TextAlign
{
    /// <summary>Flush left.</summary>
    Left,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>Flush right.</summary>
    Right,

    /// <summary>Both edges, the last line flush left.</summary>
    Justify,

    /// <summary>Both edges, the last line too.</summary>
    Distribute,
}

/// <summary>A rule above or below a paragraph or at a cell's edge. Thickness and distance in points.</summary>
internal sealed record Rule(double Thickness, double Space, int Color);

/// <summary>A tab stop, in points from the left edge of the text area.</summary>
internal sealed record TabStopAt(double Position, TextAlign Align);

/// <summary>Layout of a paragraph; lengths in points.</summary>
internal sealed record ParagraphFormat
{
    public TextAlign Align { get; init; } = TextAlign.Justify;

    public double Left { get; init; }

    public double Right { get; init; }

    /// <summary>Added to <see cref="Left"/> on the first line; negative for a hanging indent.</summary>
    public double First { get; init; }

    public double Before { get; init; }

    public double After { get; init; }

    public LineRule LineRule { get; init; }

    public double Line { get; init; } = 1;

    /// <summary>Height of one line of the page grid, or 0; heights that are not exact are rounded up to it.</summary>
    public double Grid { get; init; }

    public bool KeepWithNext { get; init; }

    public bool KeepTogether { get; init; }

    public bool PageBreakBefore { get; init; }

    public bool WidowControl { get; init; } = true;

    public Rule? Top { get; init; }

    public Rule? Bottom { get; init; }

    public IReadOnlyList<TabStopAt> Tabs { get; init; } = [];

    /// <summary>0 for a first-level heading; null for text.</summary>
    public int? OutlineLevel { get; init; }
}
