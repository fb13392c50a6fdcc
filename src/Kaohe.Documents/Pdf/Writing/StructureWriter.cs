using System.Globalization;
using System.Text;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>Writes the structure tree and the table that leads from marked content back to it (ISO 32000-1, 14.7).</summary>
internal sealed class StructureWriter(PdfObjects objects, IReadOnlyList<int> pages, IReadOnlyList<PdfCanvas> canvases)
{
    private readonly Dictionary<StructureElement, int> _numbers = [];

    /// <summary>Returns the object number of the tree's root.</summary>
    public int Write(StructureElement document)
    {
        var root = objects.Reserve();
        Reserve(document);
        Write(document, root);
        var parents = new StringBuilder();
        for (var page = 0; page < canvases.Count; page++)
        {
            parents.Append(CultureInfo.InvariantCulture, $"{page} [");
            foreach (var owner in canvases[page].Owners)
            {
                parents.Append(CultureInfo.InvariantCulture, $"{_numbers[owner]} 0 R ");
            }

            parents.Append("] ");
        }

        var tree = objects.Add($"<< /Nums [{parents}] >>");
        objects.Set(root, $"<< /Type /StructTreeRoot /K [{_numbers[document]} 0 R] /ParentTree {tree} 0 R /ParentTreeNextKey {canvases.Count} >>");
        return root;
    }

    private void Reserve(StructureElement element)
    {
        _numbers[element] = objects.Reserve();
        foreach (var child in element.Kids.OfType<StructureElement>())
        {
            Reserve(child);
        }
    }

    private void Write(StructureElement element, int parent)
    {
        var number = _numbers[element];
        var kids = new StringBuilder();
        foreach (var kid in element.Kids)
        {
            if (kid is StructureElement child)
            {
                kids.Append(CultureInfo.InvariantCulture, $"{_numbers[child]} 0 R ");
                Write(child, number);
            }
            else if (kid is (int page, int mark))
            {
                kids.Append(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {pages[page]} 0 R /MCID {mark} >> ");
            }
        }

        var alternative = element.Alternative is { } text ? " /Alt " + PdfSyntax.Text(text) : "";
        var attributes = element.Type switch
        {
            "TH" => $" /A << /O /Table /Scope /Column /ColSpan {element.ColumnSpan} >>",
            "TD" when element.ColumnSpan > 1 => $" /A << /O /Table /ColSpan {element.ColumnSpan} >>",
            _ => "",
        };
        objects.Set(number, $"<< /Type /StructElem /S /{element.Type} /P {parent} 0 R{alternative}{attributes} /K [{kids}] >>");
    }
}
