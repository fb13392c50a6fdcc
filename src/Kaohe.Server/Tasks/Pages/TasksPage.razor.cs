using System.Globalization;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Components;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Server.Tasks.Inbox;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>任务: list left, task right; the next task follows by itself.</summary>
public sealed partial class TasksPage
{
    private const int PageSize = 30;
    private readonly Dictionary<string, TaskLine> _chosen = new(StringComparer.Ordinal);
    private IReadOnlyList<InboxBox> _boxes = [InboxBox.Todo, InboxBox.Waiting, InboxBox.Done, InboxBox.Copied];
    private IReadOnlyList<AudienceUnit> _units = [];
    private InboxQuery _query = new();
    private InboxQuery? _shown;
    private Page<TaskLine>? _page;
    private InboxCount _count = InboxCount.Nothing;
    private InboxCount _todo = InboxCount.Nothing;
    private Actor? _actor;
    private LiveRefresh? _refresh;
    private bool _allChosen;
    private bool _failed;

    /// <summary>The task shown; null for none.</summary>
    [Parameter]
    public string? Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private ILogger<TasksPage> Logger { get; set; } = default!;

    private int Pages => (Math.Min(_page!.TotalCount, TaskInbox.Longest) + PageSize - 1) / PageSize;

    private string TotalText => _page!.TotalCount > TaskInbox.Longest
        ? $"{TaskInbox.Longest} 多"
        : _page.TotalCount.ToString(CultureInfo.InvariantCulture);

    // What can be done with many tasks of a box at once; null for nothing.
    private BatchAct? Act => _query.Box switch
    {
        InboxBox.Todo => BatchAct.Approve,
        InboxBox.Waiting or InboxBox.All => BatchAct.Urge,
        _ => null,
    };

    /// <inheritdoc />
    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        _refresh?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await Current.GetAsync();
        if (_actor.Is(Role.Office) || _actor.Is(Role.Leader) || _actor.Is(Role.Administrator))
        {
            _boxes = [.. _boxes, InboxBox.All];
            _units = (await Audiences.ForYearAsync(OfficeTime.DateOf(Clock.GetUtcNow()).Year)).Units;
        }

        Navigation.LocationChanged += Moved;
        _refresh = new LiveRefresh(Feed, notice => notice.Topic == TaskTopics.Task, () => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => FollowAddressAsync();

    // A filter in the address changes no parameter of the page, so nobody else tells it.
    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        if (IsHere(e.Location))
        {
            await FollowAddressAsync();
            StateHasChanged();
        }
    });

    private bool IsHere(string location) => Navigation.ToBaseRelativePath(location).Split('?')[0].Split('/') is ["tasks"] or ["tasks", not ("calendar" or "batch")];

    private async Task FollowAddressAsync()
    {
        _query = InboxQuery.Read(Navigation.Uri);
        _query = _boxes.Contains(_query.Box) ? _query : _query with { Box = InboxBox.Todo };
        if (_query == _shown)
        {
            return;
        }

        // Another page of the same list keeps what was chosen; another list does not.
        if (_shown is null || _query with { Page = 1 } != _shown with { Page = 1 })
        {
            ChooseNone();
        }

        _shown = _query;
        await LoadAsync();
    }

    private static string? Given(ChangeEventArgs change) => change.Value is string { Length: > 0 } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private async Task LoadAsync()
    {
        if (_actor is null)
        {
            return;
        }

        try
        {
            _page = await Inbox.ListAsync(_actor, _query.Filter(), PageRequest.Number(_query.Page - 1, PageSize));
            _todo = await Inbox.CountAsync(_actor);
            _count = _query.Box == InboxBox.Todo ? _todo : await Inbox.CountAsync(_actor, _query.Box);
            _failed = false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed = true; // a page that cannot read its list says so and offers to try again
            Logger.LogError(exception, "The inbox could not be read.");
        }

        if (_page is { Items.Count: 0, TotalCount: > 0 } && _query.Page > 1)
        {
            Navigation.NavigateTo((_query with { Page = 1 }).Address(Id), replace: true); // the list has become shorter
        }
    }

    // The next task follows: the one below in the list, else the first.
    private async Task FollowAsync(string doneId)
    {
        var lines = _page?.Items.Select(line => line.Id).ToList() ?? [];
        var below = lines.SkipWhile(id => id != doneId).Skip(1).FirstOrDefault();
        await LoadAsync();
        var next = _query.Box == InboxBox.Todo
            ? _page?.Items.FirstOrDefault(line => line.Id == below) ?? _page?.Items.FirstOrDefault(line => line.Id != doneId)
            : null;
        Navigation.NavigateTo(_query.Address(next?.Id));
    }

    private void Go(InboxQuery query) => Navigation.NavigateTo((query with { Page = 1 }).Address(Id));

    private void Choose(TaskLine line)
    {
        if (_allChosen)
        {
            ChooseNone();
            ChoosePage();
        }

        if (!_chosen.Remove(line.Id))
        {
            _chosen.Add(line.Id, line);
        }
    }

    private void ChoosePage()
    {
        foreach (var line in _page!.Items)
        {
            _chosen.TryAdd(line.Id, line);
        }
    }

    private void ChooseAll() => _allChosen = true;

    private void ChooseNone()
    {
        _allChosen = false;
        _chosen.Clear();
    }

    private async Task RunAsync(BatchAct act)
    {
        var lines = _allChosen ? await Inbox.AllAsync(_actor!, _query.Filter()) : [.. _chosen.Values];
        var question = act == BatchAct.Urge
            ? new ConfirmQuestion($"催办 {lines.Count} 项任务？", "给每项任务的办理人发催办邮件。每项任务每天催办的次数有限，超过的会单独说明。", "催办") { ReasonLabel = "催办的话", IsReasonOptional = true }
            : new ConfirmQuestion($"通过 {lines.Count} 项任务？", "只通过不用填表、不用签名的审批；其他的不动，并逐项说明原因。通过后流程继续。", "通过") { ReasonLabel = "意见", IsReasonOptional = true, IsBinding = true };
        if (await Dialogs.ConfirmAsync(question) is not { } answer)
        {
            return;
        }

        var batch = Batches.Start((await Authentication).User.AccountId() ?? "", _actor!, act, lines, answer.Reason);
        ChooseNone();
        Navigation.NavigateTo($"/tasks/batch/{batch.Id}");
    }
}
