using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Assessment;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Results.Grades;
using Kaohe.Server.Results.Scores;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Results.Effects;

/// <summary>Serves <see cref="KaoheEffects.ComputeScores"/>.</summary>
internal sealed class ComputeScoresHandler(ScoreService scores, OutboxWriter outbox) : IEffectHandler
{
    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var ask = context.Effect.Payload<ComputeScores>();
        var summary = await FlowProblem.SayAsync(() => scores.ComputeAsync(context.Db, ask.CycleYear, cancellationToken));
        await outbox.AnswerAsync(context, ask.BookmarkId, ResultSignals.Scored(ask.Item, summary.Units, summary.Incomplete, summary.Problems), cancellationToken);
    }
}

/// <summary>Serves <see cref="KaoheEffects.ProposeGrades"/>.</summary>
internal sealed class ProposeGradesHandler(GradeService grades, OutboxWriter outbox) : IEffectHandler
{
    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var ask = context.Effect.Payload<ProposeGrades>();
        var proposals = await FlowProblem.SayAsync(() => grades.ProposeAsync(context.Db, ask.CycleYear, cancellationToken));
        await outbox.AnswerAsync(
            context,
            ask.BookmarkId,
            ResultSignals.Proposed(ask.Item, proposals.Sum(proposal => proposal.Units.Count), proposals.Sum(proposal => proposal.Undecided.Count())),
            cancellationToken);
    }
}

/// <summary>Serves <see cref="KaoheEffects.ApplyGrades"/>.</summary>
internal sealed class ApplyGradesHandler(GradeService grades, OutboxWriter outbox) : IEffectHandler
{
    public async Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var ask = context.Effect.Payload<ApplyGrades>();
        await FlowProblem.SayAsync(async () =>
        {
            var scheme = await context.Db.RequireSchemeAsync(ask.CycleYear, cancellationToken);
            var form = ask.Decision is null ? null : GradeDecisionForm.Read(ask.Decision, scheme.Grades.Labels);
            await grades.ApplyAsync(
                context.Db, ask.CycleYear, form, ask.By.Length > 0 ? ask.By : "system", $"领导组按等次建议审定（流程 {context.Effect.WorkflowInstanceId}）", cancellationToken);
            return true;
        });
        await context.Db.SaveChangesAsync(cancellationToken);
        await outbox.AnswerAsync(
            context, ask.BookmarkId, ResultSignals.Graded(ask.Item, await UnitGrades.ReadAsync(context.Db, ask.CycleYear, cancellationToken)), cancellationToken);
    }
}

/// <summary>What another attempt cannot mend becomes a dead letter at once, with the sentence that a person needs.</summary>
internal static class FlowProblem
{
    public static async Task<T> SayAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RulesBrokenException exception)
        {
            throw new UndeliverableException(exception.Message, exception);
        }
        catch (RefusedException exception)
        {
            throw new UndeliverableException(exception.Message, exception);
        }
    }
}
