using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Tasks;
using Microsoft.AspNetCore.Components;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>任务: list left, task right; the next task follows by itself.</summary>
public sealed partial class TasksPage
{
    private const int PageSize = 30;
    private IReadOnlyList<InboxBox> _boxes = [InboxBox.Todo, InboxBox.Waiting, InboxBox.Done, InboxBox.Copied];
    private Page<TaskLine>? _page;
    private InboxCount? _count;
    private Actor? _actor;
    private LiveRefresh? _refresh;
    private string _shown = string.Empty;

    /// <summary>The task shown; null for none.</summary>
    [Parameter]
    public string? Id { get; set; }

    [SupplyParameterFromQuery(Name = "box")]
    private string? Box { get; set; }

    [SupplyParameterFromQuery(Name = "due")]
    private string? Due { get; set; }

    [SupplyParameterFromQuery(Name = "step")]
    private string? Step { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    private InboxBox Chosen => Enum.TryParse<InboxBox>(Box, ignoreCase: true, out var box) && _boxes.Contains(box) ? box : InboxBox.Todo;

    private int PageIndex => Math.Max(0, (PageNumber ?? 1) - 1);

    private bool Narrowed => Due is not null || Step is not null || Unit is not null || !string.IsNullOrEmpty(Text);

    private int ThisYear => OfficeTime.DateOf(Clock.GetUtcNow()).Year;

    /// <inheritdoc />
    public void Dispose() => _refresh?.Dispose();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await Current.GetAsync();
        if (_actor.Is(Role.Office) || _actor.Is(Role.Leader) || _actor.Is(Role.Administrator))
        {
            _boxes = [.. _boxes, InboxBox.All];
        }

        _refresh = new LiveRefresh(Feed, notice => notice.Topic == TaskTopics.Task, () => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var wanted = $"{Box}|{Due}|{Step}|{Unit}|{Text}|{PageNumber}";
        if (wanted != _shown || _page is null)
        {
            _shown = wanted;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        if (_actor is null)
        {
            return;
        }

        var filter = new InboxFilter
        {
            Box = Chosen, StepCode = Step, UnitId = Unit, Text = Text, Due = Enum.TryParse<InboxDue>(Due, ignoreCase: true, out var due) ? due : InboxDue.Any,
        };
        _page = await Inbox.ListAsync(_actor, filter, PageRequest.Number(PageIndex, PageSize));
        _count = await Inbox.CountAsync(_actor);
    }

    // The next task follows: the one below in the list, else the first.
    private async Task FollowAsync(string doneId)
    {
        var lines = _page?.Items.Select(line => line.Id).ToList() ?? [];
        var below = lines.SkipWhile(id => id != doneId).Skip(1).FirstOrDefault();
        await LoadAsync();
        var next = Chosen == InboxBox.Todo ? _page?.Items.FirstOrDefault(line => line.Id == below) ?? _page?.Items.FirstOrDefault(line => line.Id != doneId) : null;
        Navigation.NavigateTo(Address(Chosen, next?.Id));
    }

    private RemainingTime Left(TaskLine line) => RemainingTime.Of(Clock.GetUtcNow(), line.DueAt, Calendar.Current);

    private string Address(InboxBox box, string? id) => Navigation.GetUriWithQueryParameters(
        Navigation.ToAbsoluteUri(id is null ? "/tasks" : $"/tasks/{id}").ToString(),
        new Dictionary<string, object?>
        {
            ["box"] = box == InboxBox.Todo ? null : box.ToString().ToLowerInvariant(),
            ["due"] = box == Chosen ? Due : null,
            ["step"] = box == Chosen ? Step : null,
            ["unit"] = box == Chosen ? Unit : null,
            ["q"] = box == Chosen ? Text : null,
            ["page"] = box == Chosen ? PageNumber : null,
        });

    private string PageAddress(int page) => Navigation.GetUriWithQueryParameter("page", page == 0 ? null : page + 1);

    private void Filter(string name, string? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { [name] = string.IsNullOrWhiteSpace(value) ? null : value.Trim(), ["page"] = null }));
}
