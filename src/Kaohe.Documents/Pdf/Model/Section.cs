namespace Kaohe.Documents.Pdf.Model;

/// <summary>Paper and text area of a section, in points.</summary>
internal sealed record PageGeometry(double Width, double Height, double Left, double Top, double Right, double Bottom, double Header, double Footer)
{
    public double AreaWidth => Width - Left - Right;

    public double AreaHeight => Height - Top - Bottom;
}

/// <summary>Header or footer of a section by kind of page; null where the section has none of that kind.</summary>
internal sealed record RunningBlocks(IReadOnlyList<Block>? Default, IReadOnlyList<Block>? Even, IReadOnlyList<Block>? First)
{
    /// <summary>What page <paramref name="number"/> shows; <paramref name="isFirst"/> for the first page of the section.</summary>
    public IReadOnlyList<Block> For(int number, bool isFirst) => (isFirst ? First : null) ?? (number % 2 == 0 ? Even : null) ?? Default ?? [];
}

/// <summary>A stretch of pages of one geometry.</summary>
internal sealed record Section(PageGeometry Page, IReadOnlyList<Block> Blocks, RunningBlocks Headers, RunningBlocks Footers);
