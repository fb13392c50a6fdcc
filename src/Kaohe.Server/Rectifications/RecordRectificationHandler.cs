using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Rectifications;

/// <summary>Serves <see cref="KaoheEffects.RecordRectification"/>: the flow says that a 整改 has moved on.</summary>
internal sealed class RecordRectificationHandler(RectificationService rectifications) : IEffectHandler
{
    public Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var said = context.Effect.Payload<RecordRectification>();
        var move = new RectificationMove
        {
            Year = said.CycleYear,
            UnitId = said.UnitId,
            Event = said.Event,
            Comment = CommentOf(said),
            By = said.By.Length > 0 ? said.By : Role(said.Event, said.UnitId),
            Report = said.Data is { } data && said.Event == RectificationEvent.Submitted ? RectificationReportForm.Read(data) : null,
            Completion = said.Data is { } done && said.Event == RectificationEvent.Completed ? RectificationWorkData.Completion(done) : null,
            Findings = said.Data is { } found && said.Event == RectificationEvent.Rechecked ? RectificationWorkData.Findings(found) : null,
            VisitedOn = said.Data is { } visit && said.Event == RectificationEvent.Rechecked ? RectificationWorkData.VisitedOn(visit) : null,
            DueOn = said.DueAt is { } due ? OfficeTime.DateOf(due) : null,
        };

        // Effects may overtake each other; whatever does not fit yet is tried again, and becomes a dead letter with the rule's sentence if it never does.
        return rectifications.ApplyAsync(context.Db, move, said.InstanceId, cancellationToken);
    }

    // The finding of a 复查 is a field of its form; a flow need not copy it into the comment.
    private static string CommentOf(RecordRectification said) =>
        said.Event == RectificationEvent.Rechecked && Said(said, "finding") is { } finding ? finding
        : said.Comment.Length > 0 ? said.Comment
        : Said(said, "finding") ?? Said(said, "comment") ?? (said.Event == RectificationEvent.Rechecked ? "复查通过（未另写情况）。" : "");

    private static string? Said(RecordRectification said, string name) => said.Data?.GetValueOrDefault(name)?.ToString() is { Length: > 0 } text ? text : null;

    // A drawn flow may leave the person out; the record then names the side that acted, so that nobody seems to have checked the own work.
    private static string Role(RectificationEvent happened, string unitId) => happened switch
    {
        RectificationEvent.Submitted or RectificationEvent.Completed => unitId,
        RectificationEvent.LeaderApproved => "leader",
        RectificationEvent.Overdue or RectificationEvent.CompletionOverdue => "system",
        _ => "office",
    };
}
