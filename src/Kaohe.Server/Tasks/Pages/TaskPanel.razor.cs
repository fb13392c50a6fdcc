using System.Text.Json;
using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Rules;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Shell.Components;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Fields;
using Kaohe.Server.Tasks.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>One task. Reading, drafts and finishing are here; the other commands in <c>TaskPanel.Actions.cs</c>.</summary>
public sealed partial class TaskPanel
{
    private static readonly TimeSpan DraftAfter = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Actor _actor = Actor.System;
    private TaskView? _view;
    private FormScope _scope = new();
    private FormScope _beforeScope = new();
    private IReadOnlyList<DocumentView> _documents = [];
    private IReadOnlyList<FieldProblem> _problems = [];
    private LiveRefresh? _refresh;
    private ITimer? _draftTimer;
    private DateTimeOffset? _savedAt;
    private string? _said;
    private string _opinion = string.Empty;
    private bool _isMissing;
    private bool _isDirty;
    private bool _isBusy;

    /// <summary>The task.</summary>
    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = string.Empty;

    /// <summary>Raised when it needs the person no more.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    private bool MayAct => _view?.May(TaskRights.Act) == true;

    private bool AsksOpinion => MayAct && (_view!.Task.IsApproval || _view.Task.Outcomes.Any(outcome => outcome.NeedsComment));

    private string _opinionHelp => _view?.Task.Outcomes.FirstOrDefault(outcome => outcome.NeedsComment) is { } strict ? $"选择“{strict.Label}”须填写" : "可以不填";

    /// <inheritdoc />
    public void Dispose()
    {
        _refresh?.Dispose();
        _draftTimer?.Dispose();
        _turn.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await Current.GetAsync();
        _draftTimer = TimeProvider.System.CreateTimer(_ => _ = InvokeAsync(SaveDraftAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await ReadAsync();
        if (_view is not null)
        {
            await Mentions.ReadAsync(_actor, Id);
        }

        _refresh = new LiveRefresh(Feed, notice => notice.Topic == TaskTopics.Task && notice.Id == Id, () => InvokeAsync(HearAsync));
    }

    private static Dictionary<string, object> ParametersOf(TaskForm form, FormContext context) => new() { ["Form"] = form, ["Context"] = context };

    private async Task ReadAsync()
    {
        _view = await Reader.FindAsync(_actor, Id);
        _isMissing = _view is null;
        _said = null;
        if (_view is null)
        {
            return;
        }

        _isDirty = false;
        _scope = new FormScope { IsReadOnly = !MayAct, TaskId = Id, Files = _view.Files, Problems = _problems, Changed = ChangedAsync, Upload = MayAct ? UploadAsync : null };
        _beforeScope = new FormScope { IsReadOnly = true, Prefix = "before", TaskId = _view.Submitted?.TaskId ?? string.Empty, Files = _view.Submitted?.Files ?? [] };
        List<DocumentView> documents = [];
        foreach (var id in _view.Origin.DocumentIds)
        {
            if (await Documents.FindAsync(id, _actor) is { } document)
            {
                documents.Add(document);
            }
        }

        _documents = documents;
    }

    private async Task ReloadAsync()
    {
        _problems = [];
        await ReadAsync();
    }

    // Somebody else changed the task: what the person has typed is not thrown away, and being urged is no reason to read anew before handing in.
    private async Task HearAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_view is not null && await Reader.FindAsync(_actor, Id) is { } now)
            {
                await HearAsync(_view, now);
                await Mentions.ReadAsync(_actor, Id);
            }
        }
        finally
        {
            _turn.Release();
        }

        StateHasChanged();
    }

    private async Task HearAsync(TaskView shown, TaskView now)
    {
        if (!MayAct)
        {
            await ReadAsync();
        }
        else if (!now.May(TaskRights.Act))
        {
            if (!_isDirty && _opinion.Length == 0)
            {
                await ReadAsync();
            }

            _said = TaskMustNotBeHandledByOthers.Say(now.Task, _actor.Id);
        }
        else if (IsDraftOf(shown.Task, now.Task))
        {
            _said = _said is null ? null : "任务刚有变化，内容已更新，您填写的还在；请看过后再提交。";
            _view = now with { Form = shown.Form, FormContext = shown.FormContext };
            _scope.Files = now.Files;
        }
        else
        {
            _said = "您在别处也填写了这个任务，这里填写的内容还在；请重新读取后再提交。";
        }
    }

    private static bool IsDraftOf(HumanTask shown, HumanTask now) =>
        shown.Revision == now.Revision
        || (shown.Draft, now.Draft) switch { ({ } mine, { } theirs) => JsonElement.DeepEquals(mine, theirs), (null, null) => true, _ => false };

    private Task ChangedAsync()
    {
        _isDirty = true;
        _draftTimer?.Change(DraftAfter, Timeout.InfiniteTimeSpan);
        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task SaveDraftAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_isDirty && MayAct && _view?.Form is { } form)
            {
                _isDirty = false;
                Take(await Commands.SendAsync(_actor, Id, new DraftRequest { ExpectedRevision = _view.Task.Revision, Data = TaskForms.Write(form) }), () => _savedAt = Clock.GetUtcNow());
            }
        }
        finally
        {
            _turn.Release();
        }

        StateHasChanged();
    }

    private async Task SaveBeforeLeavingAsync(LocationChangingContext context)
    {
        await SaveDraftAsync();
        if (_said is not null && _isDirty)
        {
            context.PreventNavigation();
        }
    }

    private async Task CompleteAsync(TaskOutcome outcome)
    {
        if (_view is null)
        {
            return;
        }

        // A paper is signed where it is read, with the person's own PIN; that completes the task.
        if (outcome.Meaning == OutcomeMeaning.Agrees && _view.Task.Kind == TaskKinds.SignOff && _view.Origin.DocumentIds is [var paper, ..])
        {
            Navigation.NavigateTo($"/sign/{paper}");
            return;
        }

        if (outcome.Meaning == OutcomeMeaning.Agrees && _view.Task.Outcomes.Count == 1 && _view.Form is null && !AsksOpinion
            && await Dialogs.ConfirmAsync(new ConfirmQuestion("办结这个任务？", "提交后流程继续。", "提交") { IsBinding = true }) is null)
        {
            return;
        }

        await _turn.WaitAsync();
        _isBusy = true;
        try
        {
            _draftTimer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var answer = await Commands.SendAsync(_actor, Id, new CompleteRequest
            {
                ExpectedRevision = _view.Task.Revision, Outcome = outcome.Code, Opinion = _opinion, Data = _view.Form is { } form ? TaskForms.Write(form) : null,
            });
            if (answer.IsDone)
            {
                _isDirty = false;
                Snackbar.Add($"“{_view.Task.Title}”已办结（{outcome.Label}）", Severity.Success);
                await OnDone.InvokeAsync(Id);
                return;
            }

            Refuse(answer);
        }
        finally
        {
            _isBusy = false;
            _turn.Release();
        }
    }

    private void Take(TaskAnswer answer, Action done)
    {
        if (answer.IsDone)
        {
            _view = _view! with { Task = _view.Task with { Revision = answer.Task!.Revision, Version = answer.Task.Version, Draft = answer.Task.Draft } };
            done();
        }
        else
        {
            Refuse(answer);
        }
    }

    private void Refuse(TaskAnswer answer)
    {
        if (answer.Kind == TaskAnswerKind.Invalid)
        {
            _problems = [.. Problems.From(answer.Problems)];
            _scope.Problems = _problems;
        }
        else
        {
            _said = answer.Problems[0].Message;
        }
    }
}
