using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>The rules around one cell: its own, else the table's outer or inner ones by where the cell stands.</summary>
internal sealed class EdgeReader(Rules rules, string where, OpenXmlCompositeElement? table, TableCellBorders? own, bool isTop, bool isBottom, bool isLeft, bool isRight)
{
    public CellEdges Read() => new(
        Edge(own?.LeftBorder, isLeft ? Table<LeftBorder>() : Table<InsideVerticalBorder>()),
        Edge(own?.TopBorder, isTop ? Table<TopBorder>() : Table<InsideHorizontalBorder>()),
        Edge(own?.RightBorder, isRight ? Table<RightBorder>() : Table<InsideVerticalBorder>()),
        Edge(own?.BottomBorder, isBottom ? Table<BottomBorder>() : Table<InsideHorizontalBorder>()));

    private BorderType? Table<T>()
        where T : BorderType => table?.GetFirstChild<T>();

    private Rule? Edge(BorderType? own, BorderType? table) => rules.Read(own ?? table, where);
}
