using Kaohe.Activities;
using Kaohe.Office.Tasks;

namespace Kaohe.Server.Tasks.Pages;

/// <summary>Where the thing lies that a task is about, when it is on a page of its own.</summary>
public static class TaskPlaces
{
    /// <summary>Address and Chinese words of a link to it.</summary>
    /// <param name="task">The task.</param>
    /// <returns>Null when everything is in the task.</returns>
    public static (string Address, string Words)? Of(HumanTask task) => task.Kind switch
    {
        TaskKinds.GradeProposalCheck or TaskKinds.GradeDecision => ($"/grades?year={task.CycleYear}", "看等次建议和理由"),
        TaskKinds.RectificationReport or TaskKinds.RectificationReview or TaskKinds.RectificationApproval
            or TaskKinds.RectificationCompletion or TaskKinds.RectificationRecheck or TaskKinds.RectificationClosing when task.UnitId is { } unit => ($"/rectifications/{unit}?year={task.CycleYear}", "看整改经过"),
        _ => null,
    };
}
