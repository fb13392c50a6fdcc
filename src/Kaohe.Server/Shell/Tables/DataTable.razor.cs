using System.Security.Claims;
using Kaohe.Server.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Kaohe.Server.Shell.Tables;

/// <summary>Which rows a person has chosen.</summary>
/// <typeparam name="TItem">What a row shows.</typeparam>
/// <param name="Rows">The chosen rows of the page.</param>
/// <param name="All">Whether all rows of all pages are meant, as filtered.</param>
public sealed record TableSelection<TItem>(IReadOnlyList<TItem> Rows, bool All);

/// <summary>A dense list read page by page: order, page and size live in the address, columns and views are kept for the person.</summary>
/// <typeparam name="TItem">What a row shows.</typeparam>
public sealed partial class DataTable<TItem>
{
    private readonly List<Column<TItem>> _columns = [];
    private readonly HashSet<TItem> _selected = [];
    private HashSet<string>? _chosenColumns;
    private TableAddress _address = new(1, 50, null, Descending: false);
    private TablePage<TItem>? _page;
    private string? _loadedFrom;
    private bool _loading;
    private bool _failed;
    private bool _allSelected;

    /// <summary>Stable name under which columns and views are kept, e.g. <c>instances</c>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Reads a page of rows.</summary>
    [Parameter, EditorRequired]
    public Func<TableRequest, CancellationToken, Task<TablePage<TItem>>> Load { get; set; } = default!;

    /// <summary><see cref="Column{TItem}"/> elements.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? Columns { get; set; }

    /// <summary>Inputs that filter; they change the address with <see cref="FilterAddress.SetFilter"/>.</summary>
    [Parameter]
    public RenderFragment? Filters { get; set; }

    /// <summary>Buttons for chosen rows; with it, rows can be chosen.</summary>
    [Parameter]
    public RenderFragment<TableSelection<TItem>>? SelectionActions { get; set; }

    /// <summary>The page that a row opens; the first column links to it.</summary>
    [Parameter]
    public Func<TItem, string?>? RowAddress { get; set; }

    /// <summary>CSS class of a row.</summary>
    [Parameter]
    public Func<TItem, string?>? RowClass { get; set; }

    /// <summary>Endpoint that gives the whole filtered list as a file; null for none.</summary>
    [Parameter]
    public string? ExportAddress { get; set; }

    /// <summary>Said when the list is empty.</summary>
    [Parameter]
    public string EmptyTitle { get; set; } = "没有符合条件的内容";

    /// <summary>What to do when the list is empty.</summary>
    [Parameter]
    public string? EmptyText { get; set; }

    /// <summary>A button for the empty list.</summary>
    [Parameter]
    public RenderFragment? EmptyAction { get; set; }

    /// <summary>Prefix of the names in the address when a page has several tables.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private UserPreferences Preferences { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private IReadOnlyList<TItem> Rows => _page?.Items ?? [];

    private int TotalCount => _page?.TotalCount ?? 0;

    private int SelectedCount => _allSelected ? TotalCount : _selected.Count;

    private TableSelection<TItem> Selection => new([.. _selected], _allSelected);

    private IEnumerable<Column<TItem>> Shown => _columns.Where(IsShown);

    /// <summary>Reads the rows again, after something was changed.</summary>
    public async Task RefreshAsync()
    {
        _loadedFrom = Navigation.Uri;
        _address = TableAddress.Read(Navigation.Uri, Prefix);
        (_loading, _failed) = (true, false);
        try
        {
            _page = await Load(_address.Request, CancellationToken.None);
            if (_page.Items.Count == 0 && _page.TotalCount > 0 && _address.Page > 1)
            {
                Navigation.NavigateTo((_address with { Page = 1 }).Write(Navigation, Prefix), replace: true); // the list has become shorter
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed = true; // a page that cannot read its list says so and offers to try again
            Logger.LogError(exception, "The list {List} could not be read.", Name);
        }

        _loading = false;
        _allSelected = false;
        _selected.Clear();
        StateHasChanged();
    }

    internal void Add(Column<TItem> column)
    {
        _columns.Add(column);
        StateHasChanged(); // the rows may have been read before the columns came
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() =>
        _chosenColumns = await Preferences.ReadAsync<HashSet<string>>(await UserAsync(), $"columns:{Name}");

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loadedFrom != Navigation.Uri)
        {
            await RefreshAsync();
        }
    }

    private async Task<ClaimsPrincipal> UserAsync() => (await Authentication).User;

    private bool IsShown(Column<TItem> column) => _chosenColumns?.Contains(column.Title) ?? !column.Hidden;

    private async Task ToggleAsync(Column<TItem> column)
    {
        _chosenColumns ??= [.. _columns.Where(IsShown).Select(shown => shown.Title)];
        if (!_chosenColumns.Remove(column.Title))
        {
            _chosenColumns.Add(column.Title);
        }

        if (_chosenColumns.Count == 0)
        {
            _chosenColumns.Add(column.Title); // a table without columns cannot be mended by its own menu
        }

        await Preferences.WriteAsync(await UserAsync(), $"columns:{Name}", _chosenColumns);
    }

    private string SortAddress(Column<TItem> column) => (_address with
    {
        Page = 1,
        SortBy = column.Sort,
        Descending = _address.SortBy == column.Sort && !_address.Descending,
    }).Write(Navigation, Prefix);

    private string? Order(Column<TItem> column) => column.Sort is null || _address.SortBy != column.Sort ? null : _address.Descending ? "descending" : "ascending";

    private void SelectPage(ChangeEventArgs change)
    {
        _allSelected = false;
        _selected.Clear();
        if (change.Value is true)
        {
            _selected.UnionWith(Rows);
        }
    }

    private void SelectRow(TItem row)
    {
        _allSelected = false;
        if (!_selected.Remove(row))
        {
            _selected.Add(row);
        }
    }

    private void SelectEverything() => _allSelected = true;
}
