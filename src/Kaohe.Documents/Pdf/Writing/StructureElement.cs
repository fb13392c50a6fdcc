namespace Kaohe.Documents.Pdf.Writing;

/// <summary>A node of the tagged structure: what a screen reader or a text export walks through.</summary>
internal sealed class StructureElement(string type, StructureElement? parent)
{
    private readonly List<object> _kids = [];

    /// <summary>Standard type: Document, P, H1, Table, TR, TH, TD, Figure.</summary>
    public string Type { get; } = type;

    public StructureElement? Parent { get; } = parent;

    /// <summary>Text that stands for a picture.</summary>
    public string? Alternative { get; init; }

    /// <summary>Columns a cell spans.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Child elements, and marked content as (page, number), in reading order.</summary>
    public IReadOnlyList<object> Kids => _kids;

    public StructureElement AddChild(string type, string? alternative = null, int columnSpan = 1)
    {
        var child = new StructureElement(type, this) { Alternative = alternative, ColumnSpan = columnSpan };
        _kids.Add(child);
        return child;
    }

    public void AddContent(int page, int number) => _kids.Add((page, number));
}
