using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Activities.Publication;

/// <summary>One way through a flow up to a point: which steps are surely finished, and over which activities it went.</summary>
/// <param name="Steps">Set of finished steps.</param>
/// <param name="Trail">The activities, latest first.</param>
/// <param name="Outcomes">Outcomes with which the latest activity ended.</param>
internal sealed record PathRun(int Steps, Trail? Trail, IReadOnlyList<string> Outcomes)
{
    public static readonly IReadOnlyList<string> Done = ["Done"];

    /// <summary>What makes two runs equal for all that follows.</summary>
    public string Key => $"{Steps}:{string.Join('|', Outcomes)}";
}

/// <summary>The activities of a way, latest first.</summary>
/// <param name="Activity">The latest.</param>
/// <param name="Before">Those before it.</param>
/// <param name="Note">How it ended, where that is why the way is wrong; null otherwise.</param>
internal sealed record Trail(Activity Activity, Trail? Before, string? Note = null)
{
    /// <summary>The way in Chinese: 开始 → 督查落实 → ….</summary>
    public static string Text(Trail? trail, Func<Activity, string> nameOf)
    {
        var names = new List<string>();
        for (var at = trail; at is not null; at = at.Before)
        {
            names.Add(nameOf(at.Activity) + at.Note);
        }

        names.Reverse();
        return string.Join(" → ", names);
    }
}

/// <summary>A way on which a step begins although others that must lie behind it do not.</summary>
/// <param name="Step">The step that begins too early.</param>
/// <param name="Missing">Set of the steps that are not behind it.</param>
/// <param name="Trail">The way.</param>
internal sealed record BrokenOrder(StepActivity Step, int Missing, Trail Trail);
