using Kaohe.Documents.Pdf.Model;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>An item at its place on a page; y in points from the top of the text area.</summary>
internal sealed record PlacedItem(FlowItem Item, double Y);

/// <summary>Breaks a flow into pages: keeps together what must stay together, splits long rows, repeats table headers.</summary>
internal sealed class Paginator(PageGeometry page)
{
    private const double Tolerance = 0.5;
    private readonly List<List<PlacedItem>> _pages = [[]];
    private double _y;
    private bool _soft;

    private List<PlacedItem> Current => _pages[^1];

    private bool HasContent => Current.Exists(placed => placed.Item is not RepeatedHeader);

    public List<List<PlacedItem>> Paginate(List<FlowItem> items, IReadOnlyList<FlowItem> pinned)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.BreakBefore && Current.Count > 0)
            {
                Turn(soft: false);
            }

            if (Fits(item))
            {
                Place(item);
            }
            else if (SplitRow(item) is { } parts)
            {
                Place(parts.Head);
                items[i] = parts.Tail;
                i--;
                Turn(soft: true, parts.Tail);
            }
            else
            {
                i = TurnBefore(items, i) - 1;
                continue;
            }

            if (item.BreakAfter)
            {
                Turn(soft: false);
            }
        }

        PlacePinned(pinned);
        return _pages;
    }

    private bool Fits(FlowItem item) => _y + Above(item) + item.Height <= page.AreaHeight + Tolerance || (!HasContent && item is not RowItem);

    private double Above(FlowItem item) => Current.Count == 0 && _soft ? 0 : item.SpaceBefore;

    private void Place(FlowItem item)
    {
        _y += Above(item);
        Current.Add(new(item, _y));
        _y += item.Height;
    }

    private (RowItem Head, RowItem Tail)? SplitRow(FlowItem item)
    {
        if (item is not RowItem row || (row.CannotSplit && row.Height <= page.AreaHeight - row.Table.RepeatedHeader.Sum(h => h.Height)))
        {
            return null;
        }

        var parts = row.Split(page.AreaHeight - _y);

        // A line higher than the page cannot be split; it is set as it is rather than lost.
        return parts is null && !HasContent ? throw Packages.DocxGuard.TooLarge("表格中有一行内容高于整页，请缩小其中的图片。") : parts;
    }

    /// <summary>Starts a page before item <paramref name="index"/>, or earlier where it is tied to what stands before it. Returns the item that now comes first.</summary>
    private int TurnBefore(List<FlowItem> items, int index)
    {
        var first = index;
        var kept = Current.Count;
        while (kept > 0 && first > 0 && items[first - 1].KeepWithNext && ReferenceEquals(Current[kept - 1].Item, items[first - 1]))
        {
            first--;
            kept--;
        }

        // Ties over a whole page cannot be kept.
        if (Current[..kept].Exists(placed => placed.Item is not RepeatedHeader))
        {
            Current.RemoveRange(kept, Current.Count - kept);
        }
        else
        {
            first = index;
        }

        Turn(soft: true, items[first]);
        return first;
    }

    /// <summary>Starts a page; <paramref name="next"/> is what will come first on it, which decides whether a table header is repeated.</summary>
    private void Turn(bool soft, FlowItem? next = null)
    {
        _pages.Add([]);
        _y = 0;
        _soft = soft;
        if (next is RowItem { IsHeader: false } row && row.Table.RepeatedHeader.Count > 0)
        {
            Place(new RepeatedHeader(row.Table.RepeatedHeader));
        }
    }

    private void PlacePinned(IReadOnlyList<FlowItem> pinned)
    {
        if (Current.Count == 0 && _pages.Count > 1)
        {
            _pages.RemoveAt(_pages.Count - 1);
            _y = _pages[^1].Select(placed => placed.Y + placed.Item.Height).DefaultIfEmpty(0).Max();
        }

        if (pinned.Count == 0)
        {
            return;
        }

        var height = pinned.Sum(item => item.Height);
        if (_y + height > page.AreaHeight + Tolerance && Current.Count > 0)
        {
            Turn(soft: false);
        }

        var y = page.AreaHeight - height;
        foreach (var item in pinned)
        {
            Current.Add(new(item, y));
            y += item.Height;
        }
    }
}
