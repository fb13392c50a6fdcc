using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>The header of a table on a following page: drawn again, but said once.</summary>
internal sealed class RepeatedHeader(IReadOnlyList<RowItem> rows) : FlowItem
{
    public override double Height { get; } = rows.Sum(row => row.Height);

    public override void Draw(PdfCanvas canvas, double x, double y)
    {
        canvas.BeginArtifact();
        foreach (var row in rows)
        {
            row.Draw(canvas, x, y);
            y += row.Height;
        }

        canvas.End();
    }
}
