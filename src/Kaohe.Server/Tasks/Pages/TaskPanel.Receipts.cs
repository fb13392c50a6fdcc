using Kaohe.Activities;
using Kaohe.Server.Shell.Http;
using Kaohe.Server.Tasks.Commands;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>签收 of a paper. To whoever receives it, taking the task and confirming the paper are one and the same: it is asked once and done at once.</summary>
public sealed partial class TaskPanel
{
    private bool IsReceipt => _view is { Task.Kind: TaskKinds.Receipt } && !MayAct;

    private TaskActionQuestion ReceiptQuestion() => new("签收公文", "签收")
    {
        Text = "请先打开公文核对。公文已收到、内容完整的，写明签收人后签收；发文单位看到签收人和时间。",
        ReasonLabel = "签收人",
        Reason = _actor.Person.Name,
        Act = ReceiveAsync,
    };

    private async Task<IReadOnlyList<FieldProblem>> ReceiveAsync(TaskActionAnswer answer)
    {
        var form = new ReceiptForm { Received = true, ReceivedBy = answer.Reason };
        var done = await Commands.SendAllAsync(_actor, Id, secret: null, async (steps, cancel) =>
        {
            await steps.SendAsync(new ClaimRequest(), cancel);
            return await steps.SendAsync(new CompleteRequest { Data = TaskForms.Write(form) }, cancel);
        });
        return done.IsDone ? [] : [.. Problems.From(done.Problems).Select(problem => problem with { Path = "reason" })];
    }
}
