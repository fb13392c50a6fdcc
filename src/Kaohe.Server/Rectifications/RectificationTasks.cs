using Kaohe.Activities;
using Kaohe.Activities.Effects;

namespace Kaohe.Server.Rectifications;

/// <summary>The kinds of tasks that are done by moving the record of a 整改 on.</summary>
internal static class RectificationTasks
{
    /// <summary>The move of the record, by the kind of task that makes it.</summary>
    public static IReadOnlyDictionary<string, RectificationEvent> Moves { get; } = new Dictionary<string, RectificationEvent>(StringComparer.Ordinal)
    {
        [TaskKinds.RectificationReport] = RectificationEvent.Submitted,
        [TaskKinds.RectificationReview] = RectificationEvent.OfficePassed,
        [TaskKinds.RectificationApproval] = RectificationEvent.LeaderApproved,
        [TaskKinds.RectificationCompletion] = RectificationEvent.Completed,
        [TaskKinds.RectificationRecheck] = RectificationEvent.Rechecked,
        [TaskKinds.RectificationClosing] = RectificationEvent.Closed,
    };
}
