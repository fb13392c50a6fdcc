using Microsoft.AspNetCore.Components;

namespace Kaohe.Server.Shell.Tables;

/// <summary>A column of a <see cref="DataTable{TItem}"/>; its content is the cell.</summary>
/// <typeparam name="TItem">What a row shows.</typeparam>
public sealed class Column<TItem> : ComponentBase
{
    /// <summary>Chinese heading; also names the cell on a phone.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Key for sorting, given back in <see cref="TableRequest.SortBy"/>; null when it cannot be sorted.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>Whether it holds numbers: right, tabular.</summary>
    [Parameter]
    public bool Number { get; set; }

    /// <summary>Whether the cell stays on one line: times, numbers with units.</summary>
    [Parameter]
    public bool Nowrap { get; set; }

    /// <summary>Whether it stays hidden until the person shows it.</summary>
    [Parameter]
    public bool Hidden { get; set; }

    /// <summary>CSS width, e.g. <c>12em</c>; null lets the content decide.</summary>
    [Parameter]
    public string? Width { get; set; }

    /// <summary>Total in the table's foot; null for none.</summary>
    [Parameter]
    public string? Total { get; set; }

    /// <summary>The cell.</summary>
    [Parameter]
    public RenderFragment<TItem>? ChildContent { get; set; }

    internal string? Class => (Number, Nowrap) switch { (true, _) => "number", (_, true) => "nowrap", _ => null };

    [CascadingParameter]
    internal DataTable<TItem>? Table { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() => Table?.Add(this);
}
