using Kaohe.Office;
using Kaohe.Office.Attachments;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Rules;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Reading;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>The commands of a task besides finishing it, and its files.</summary>
public sealed partial class TaskPanel
{
    private const int MostFiles = 20;
    private readonly List<string> _fileProblems = [];
    private string? _uploading;

    private async Task ActAsync(TaskAction action)
    {
        if (_view is null || !await AskAndActAsync(action))
        {
            return;
        }

        Snackbar.Add(Said(action), Severity.Success);
        await ReadAsync();
        if (_isMissing || !_view.Task.IsLive || (!MayAct && action is TaskAction.HandOver or TaskAction.Release or TaskAction.Return))
        {
            await OnDone.InvokeAsync(Id);
        }
    }

    // What stands against the command is said in the dialog, beside what was typed; signing for a task asks nothing.
    private async Task<bool> AskAndActAsync(TaskAction action)
    {
        if (action == TaskAction.Claim && !IsReceipt)
        {
            var refused = await SendAsync(new ClaimRequest());
            _said = refused.Select(problem => problem.Message).FirstOrDefault();
            return refused.Count == 0;
        }

        var question = action == TaskAction.Claim ? ReceiptQuestion() : await QuestionAsync(action) with { Act = answer => SendAsync(RequestOf(action, answer)) };
        var dialog = await Dialogs.ShowAsync<TaskActionDialog>(string.Empty, new DialogParameters<TaskActionDialog> { { shown => shown.Question, question } });
        return (await dialog.Result)?.Data is TaskActionAnswer;
    }

    private async Task<IReadOnlyList<FieldProblem>> SendAsync(TaskRequest request)
    {
        await SaveDraftAsync();
        var answer = await Commands.SendAsync(_actor, Id, request with { ExpectedRevision = _view!.Task.Revision });
        return answer.IsDone ? [] : [.. Problems.From(answer.Problems)];
    }

    private static TaskRequest RequestOf(TaskAction action, TaskActionAnswer answer) => action switch
    {
        TaskAction.Release => new ReleaseRequest(),
        TaskAction.HandOver => new HandOverRequest { To = answer.PersonId, Reason = answer.Reason },
        TaskAction.Delegate => new DelegateRequest { To = answer.PersonId, Reason = answer.Reason },
        TaskAction.GiveBack => new GiveBackRequest { Note = answer.Reason },
        TaskAction.Return => new ReturnRequest { Target = answer.TargetId, Reason = answer.Reason },
        TaskAction.Withdraw => new WithdrawRequest { Reason = answer.Reason },
        TaskAction.Copy => new CopyRequest { To = answer.PersonIds, Note = answer.Reason },
        TaskAction.AddSigners => new AddSignersRequest { People = answer.PersonIds, Placement = Enum.Parse<SeatPlacement>(answer.Placement), Reason = answer.Reason },
        TaskAction.RemoveSigner => new RemoveSignerRequest { Seat = answer.TargetId, Reason = answer.Reason },
        TaskAction.Urge => new UrgeRequest { Message = answer.Reason },
        TaskAction.ChangeDeadline => new ChangeDeadlineRequest { Date = answer.Date!.Value, Reason = answer.Reason },
        TaskAction.Substitute => new SubstituteRequest { To = answer.PersonId, Reason = answer.Reason },
        _ => new CloseRequest { Reason = answer.Reason },
    };

    private async Task<TaskActionQuestion> QuestionAsync(TaskAction action) => action switch
    {
        TaskAction.Release => new("放回任务", "放回") { Text = "放回后，其他候选人可以签收；已填的草稿保留。" },
        TaskAction.HandOver => new("转办", "转办") { Text = "转办后由对方办结，不再回到您这里。", People = await PeopleAsync(isGiven: true), ReasonLabel = "转办原因" },
        TaskAction.Delegate => new("委派", "委派") { Text = "委派后由对方准备，交回后由您办结。", People = await PeopleAsync(isGiven: true), ReasonLabel = "要求" },
        TaskAction.GiveBack => new("交回", "交回") { ReasonLabel = "办理情况", NeedsReason = false },
        TaskAction.Return => new("退回到前面的任务", "退回")
        {
            Text = "对方重新提交后，任务直接回到您这里。",
            Targets = [.. _view!.ReturnTargets.Select(target => new TaskChoice(target.Id, $"{target.Title}（{target.EndedByName} {OfficeTime.Moment(target.EndedAt!.Value)}）"))],
            ReasonLabel = "退回原因",
        },
        TaskAction.Withdraw => new("撤回", "撤回") { Text = "对方开始办理前可以撤回。撤回后请修改并重新提交。", ReasonLabel = "撤回原因", NeedsReason = false },
        TaskAction.Copy => new("抄送", "抄送") { Text = "对方可以查看这个任务。", People = await PeopleAsync(), SeveralPeople = true, ReasonLabel = "附言", NeedsReason = false },
        TaskAction.Urge => new("催办", "催办") { ReasonLabel = "催办的话", NeedsReason = false, Text = "办理人会收到邮件；每个任务每天最多催办两次。" },
        TaskAction.AddSigners => new("加签", "加签")
        {
            Text = "请其他人也签署意见；加签人和原因都记入经过。",
            People = await PeopleAsync(),
            SeveralPeople = true,
            Placements =
            [
                new(nameof(SeatPlacement.Before), "前加签：请其先签，签完再到您这里"),
                new(nameof(SeatPlacement.After), "后加签：您同意后再请其签"),
                new(nameof(SeatPlacement.Beside), "并加签：与您同时签，各算一人"),
            ],
            ReasonLabel = "加签原因",
        },
        TaskAction.RemoveSigner => new("减签", "减签")
        {
            Text = "减去后不再等其意见；其加的人一并减去。",
            Targets = [.. _view!.Signers.Where(signer => signer.MayRemove).Select(signer => new TaskChoice(signer.SeatId, signer.Placement is { } how ? $"{signer.Name}（{how}）" : signer.Name))],
            TargetLabel = "减去",
            ReasonLabel = "减签原因",
        },
        TaskAction.ChangeDeadline => new("改期限", "改期限") { AsksDate = true, ReasonLabel = "原因" },
        TaskAction.Substitute => new("换人", "换人") { People = await PeopleAsync(isGiven: true), ReasonLabel = "原因" },
        _ => new("关闭任务", "关闭") { Text = "关闭后不再等待办理人，流程按未完成继续；不能恢复。", ReasonLabel = "关闭原因" },
    };

    private Task<IReadOnlyList<TaskChoice>> PeopleAsync() => PeopleAsync(isGiven: false);

    // A unit passes work within itself, and what is asked of a unit is given to nobody else; otherwise the office, the teams and the leaders choose among all.
    private async Task<IReadOnlyList<TaskChoice>> PeopleAsync(bool isGiven)
    {
        var (directory, choices) = (await People.DirectoryAsync(), await Designed.ChoicesAsync());
        var units = _actor.Person.UnitIds.ToHashSet();
        var isUnit = !_actor.Is(Role.Office) && !_actor.Is(Role.Team) && !_actor.Is(Role.Leader);
        return
        [
            .. directory.People.Where(person => person.IsActive && person.Id != _actor.Id && (!isUnit || person.UnitIds.Any(units.Contains))
                    && (!isGiven || TargetMustBeOfTheUnit.Allows(_view!.Task, person)))
                .Select(person => new TaskChoice(person.Id, choices.LabelOf(person.Id))),
        ];
    }

    private async Task<IReadOnlyList<FieldProblem>> CommentAsync(CommentRequest comment)
    {
        var answer = await Commands.SendAsync(_actor, Id, comment);
        if (answer.IsDone && await Reader.FindAsync(_actor, Id) is { } now)
        {
            _view = _view! with { History = now.History };
        }

        return [.. Problems.From(answer.Problems)];
    }

    private async Task<IReadOnlyList<TaskFile>> UploadAsync(InputFileChangeEventArgs change)
    {
        List<TaskFile> added = [];
        _fileProblems.Clear();
        foreach (var file in change.GetMultipleFiles(MostFiles))
        {
            _uploading = $"正在上传 {file.Name}…";
            StateHasChanged();
            if (file.Size > AttachmentRule.MaximumBytes)
            {
                _fileProblems.Add($"{file.Name}：超过 50 MB，请压缩或分成几个文件后上传。");
                continue;
            }

            await using var stream = file.OpenReadStream(AttachmentRule.MaximumBytes);
            var (taken, refused) = await Attachments.AddAsync(_actor, Id, file.Name, await Api.AttachmentApi.ReadAsync(stream, CancellationToken.None));
            added.AddRange(taken is null ? [] : [taken]);
            _fileProblems.AddRange(refused?.Problems.Select(problem => $"{file.Name}：{problem.Message}") ?? []);
        }

        _uploading = null;
        await ReadFilesAsync();
        StateHasChanged();
        return added;
    }

    private async Task RemoveFileAsync(TaskFile file)
    {
        if (await Attachments.RemoveAsync(_actor, Id, file.Id) is { } refused)
        {
            _said = refused.Problems[0].Message;
        }

        await ReadFilesAsync();
    }

    private async Task ReadFilesAsync()
    {
        if (await Reader.FindAsync(_actor, Id) is { } now && _view is not null)
        {
            _view = _view with { Files = now.Files };
            _scope.Files = now.Files;
        }
    }

    private static string Said(TaskAction action) => action switch
    {
        TaskAction.Claim => "已签收",
        TaskAction.Release => "已放回",
        TaskAction.HandOver => "已转办",
        TaskAction.Delegate => "已委派",
        TaskAction.GiveBack => "已交回",
        TaskAction.Return => "已退回",
        TaskAction.Withdraw => "已撤回，请修改后重新提交",
        TaskAction.Copy => "已抄送",
        TaskAction.Urge => "已催办",
        TaskAction.AddSigners => "已加签",
        TaskAction.RemoveSigner => "已减签",
        TaskAction.ChangeDeadline => "期限已改",
        TaskAction.Substitute => "已换人",
        _ => "已关闭",
    };
}
