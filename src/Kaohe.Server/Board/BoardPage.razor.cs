using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Server.Cycles;
using Kaohe.Server.Shell.Components;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tasks.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Kaohe.Server.Board;

/// <summary>进度总览: what the office sees and does at a glance.</summary>
public sealed partial class BoardPage
{
    private static readonly (StateTone, string)[] _tones =
    [
        (StateTone.Overdue, "逾期"), (StateTone.Soon, "即将到期"), (StateTone.Returned, "退回"), (StateTone.ToSign, "待审签"), (StateTone.Active, "进行中"), (StateTone.Done, "完成"), (StateTone.Idle, "未开始"),
    ];

    private const int RowsTogether = 8;

    private BoardView? _view;
    private Actor _actor = Actor.System;
    private LiveRefresh? _refresh;
    private bool _isOffice;
    private int _year;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    private StateTone? Tone => Enum.TryParse<StateTone>(State, ignoreCase: true, out var tone) ? tone : null;

    private HashSet<string> Selected { get; } = [];

    /// <inheritdoc />
    public void Dispose() => _refresh?.Dispose();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await Current.GetAsync();
        _isOffice = _actor.Is(Role.Office);
        _year = await Years.GetAsync((await Authentication).User);
        _view = await Board.ReadAsync(_year);
        _refresh = new LiveRefresh(Feed, notice => notice.Topic == TaskTopics.Task, () => InvokeAsync(LoadAsync));
    }

    // The heading of each kind of unit, then its rows; no heading where the state looked for occurs in none of them.
    private static IEnumerable<(string Section, BoardRow? Row)> Lines(BoardView view, StateTone? tone) => view.Units.GroupBy(row => row.Section)
        .Where(section => tone is null || section.Any(row => row.Cells.Any(cell => cell.Tone == tone)))
        .SelectMany(section => section.Select(row => (section.Key, (BoardRow?)row)).Prepend(($"{section.Key}（{section.Count()}）", null)))
        .Prepend((view.City.Section, view.City));

    private async Task LoadAsync()
    {
        _view = await Board.ReadAsync(_year);
        StateHasChanged();
    }

    private void Filter(StateTone tone) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("state", tone == Tone ? null : tone.ToString().ToLowerInvariant()));

    private void SelectShown()
    {
        foreach (var task in _view!.Units.SelectMany(row => row.Cells).Where(cell => cell.Tone == Tone).SelectMany(cell => cell.Tasks).Where(task => task.IsLive))
        {
            Selected.Add(task.Id);
        }
    }

    private async Task UrgeAsync()
    {
        if (await AskAsync(new TaskActionQuestion($"催办选中的 {Selected.Count} 项任务", "催办") { ReasonLabel = "催办的话", NeedsReason = false, Text = "办理人会收到邮件；每个任务每天最多催办两次。" }) is not { } answer)
        {
            return;
        }

        var result = await Urging.UrgeAsync(_actor, [.. Selected], answer.Reason);
        Selected.Clear();
        Snackbar.Add($"已催办 {result.Urged} 项{(result.Problems.Count > 0 ? $"，{result.Problems.Count} 项没有催办：{result.Problems[0]}" : null)}", result.Problems.Count > 0 ? Severity.Warning : Severity.Success);
        await LoadAsync();
    }

    private async Task MoveStepAsync(string step)
    {
        var question = new TaskActionQuestion($"改“{StepCodes.NameOf(step)}”的期限", "改期限")
        {
            AsksDate = true,
            ReasonLabel = "原因",
            Text = "本环节没有办结的任务一起改，办理人会收到邮件。",
            Act = async answer => [.. Problems.From(await Steps.ChangeDeadlineAsync(_actor, _year, step, answer.Date!.Value, answer.Reason))],
        };
        if (await AskAsync(question) is not null)
        {
            Snackbar.Add("期限已改，任务随后更新", Severity.Success);
        }
    }

    private async Task CloseStepAsync(string step)
    {
        var text = BoardWords.BeforeClosing(_view!, step);
        var question = new TaskActionQuestion($"结束“{StepCodes.NameOf(step)}”环节", "结束环节")
        {
            ReasonLabel = "未完成的原因",
            Text = text,
            Act = async answer => [.. Problems.From(await Steps.CloseAsync(_actor, _year, step, answer.Reason, reasons: null))],
        };
        if (await AskAsync(question) is not null)
        {
            Snackbar.Add("环节正在结束", Severity.Success);
        }
    }

    private async Task<TaskActionAnswer?> AskAsync(TaskActionQuestion question)
    {
        var parameters = new DialogParameters<TaskActionDialog> { { dialog => dialog.Question, question } };
        var dialog = await Dialogs.ShowAsync<TaskActionDialog>(question.Title, parameters);
        return (await dialog.Result)?.Data as TaskActionAnswer;
    }

    private static string Word(StepState state) => state switch
    {
        StepState.Done => "已结束",
        StepState.Active => "进行中",
        StepState.Faulted => "异常",
        _ => "未开始",
    };
}
