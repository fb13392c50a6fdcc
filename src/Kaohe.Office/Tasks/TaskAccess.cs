using Kaohe.Office.People;

namespace Kaohe.Office.Tasks;

/// <summary>The ONE place that decides who may see or act on a task: pages, API, mail link, reply mail and Studio all ask here.</summary>
public static class TaskAccess
{
    private const TaskRights Assignee = TaskRights.Read | TaskRights.Act | TaskRights.Comment | TaskRights.Copy;
    private const TaskRights Reader = TaskRights.Read | TaskRights.Comment;

    /// <summary>What a person may do with a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="actor">The person, with the people they stand in for now.</param>
    public static TaskAccessDecision Of(HumanTask task, Actor actor)
    {
        if (ReferenceEquals(actor, Actor.System))
        {
            return new(TaskRights.Read | TaskRights.Manage | TaskRights.Urge | TaskRights.Comment | TaskRights.Copy | TaskRights.System, ClaimsFor: null);
        }

        var rights = OfParty(task, actor) | OfRole(task, actor) | OfUnit(task, actor.Person);
        var principal = rights.HasFlag(TaskRights.Claim) || rights.HasFlag(TaskRights.Act) ? null : ClaimsFor(task, actor);
        if (principal is not null)
        {
            rights |= Reader | TaskRights.Claim;
        }

        // Nobody approves what they submitted, in their own name or in another's.
        if (task.IsApproval && task.SubmitterIds.Contains(actor.Id))
        {
            rights &= ~(TaskRights.Claim | TaskRights.Act);
            principal = null;
        }

        return new(rights, principal?.Ref);
    }

    /// <summary>The task as far as these rights show it; none when they show nothing.</summary>
    /// <param name="task">The task.</param>
    /// <param name="rights">From <see cref="Of"/>.</param>
    public static HumanTask? Show(HumanTask task, TaskRights rights)
    {
        if (!rights.HasFlag(TaskRights.ReadHeader))
        {
            return null;
        }

        var shown = rights.HasFlag(TaskRights.Act) ? task : task with { Draft = null };
        return rights.HasFlag(TaskRights.ReadContent)
            ? shown
            : shown with { Instructions = string.Empty, Data = null, Opinion = null, ReturnReason = null };
    }

    // What somebody may do because of their own part in the task.
    private static TaskRights OfParty(HumanTask task, Actor actor)
    {
        var person = actor.Person;
        var id = person.Id;
        var rights = TaskRights.None;
        if (task.AssigneeId == id)
        {
            rights |= task.State switch
            {
                TaskState.Delegated => Assignee | TaskRights.GiveBack,
                TaskState.Assigned when IsCovered(task, actor) => Assignee,
                _ => Reader,
            };
        }

        if (task.OwnerId == id)
        {
            rights |= Reader | TaskRights.GiveBack | TaskRights.Urge;
        }

        if (task.PrincipalId == id)
        {
            rights |= Reader | (task.State == TaskState.Assigned ? TaskRights.Claim : TaskRights.None);
        }

        if (task.Candidates.Any(candidate => candidate.Fits(person)))
        {
            rights |= task.State == TaskState.Open ? Reader | TaskRights.Claim : TaskRights.Read;
        }

        if (task.RequesterId == id)
        {
            rights |= Reader | TaskRights.Urge | TaskRights.Copy;
        }

        if (task.EndedById == id && task.State == TaskState.Completed)
        {
            rights |= Reader | TaskRights.Withdraw | TaskRights.Copy;
        }

        if (task.SubmitterIds.Contains(id))
        {
            rights |= TaskRights.ReadHeader | TaskRights.Urge | (task.State == TaskState.Completed ? TaskRights.ReadContent : TaskRights.None);
        }

        return task.ParticipantIds.Contains(id) || task.CopiedToIds.Contains(id) ? rights | Reader : rights;
    }

    // A proxy's authority ends with the delegation, also over what was taken before; the principal takes it back.
    private static bool IsCovered(HumanTask task, Actor actor) => task.PrincipalId is not { } principal
        || actor.StandsInFor.Any(standIn => standIn.Principal.Id == principal && standIn.Covers(task.Scope));

    // What a role gives whoever the task belongs to. 考核组 and 单位 get nothing by the role alone.
    private static TaskRights OfRole(HumanTask task, Actor actor)
    {
        var rights = TaskRights.None;
        if (actor.Is(Role.Office))
        {
            rights |= TaskRights.ReadHeader | TaskRights.Urge | TaskRights.Manage | (task.IsConfidential ? TaskRights.None : Reader);
        }

        if (actor.Is(Role.Leader))
        {
            rights |= TaskRights.ReadHeader | (task.IsConfidential ? TaskRights.None : Reader | TaskRights.Urge);
        }

        return actor.Is(Role.Administrator) ? rights | TaskRights.ReadHeader : rights;
    }

    // Colleagues see that their unit was asked; the head also reads it and may urge.
    private static TaskRights OfUnit(HumanTask task, Person person)
    {
        var asked = task.Candidates.Select(candidate => candidate.UnitId).OfType<string>().ToHashSet();
        Post[] posts = [.. person.Posts.Where(post => asked.Contains(post.UnitId))];
        return (task.IsConfidential, posts) switch
        {
            (true, _) or (_, []) => TaskRights.None,
            _ when Array.Exists(posts, post => post.Code == PostCodes.Head) => Reader | TaskRights.Urge,
            _ => TaskRights.ReadHeader,
        };
    }

    // The first principal who has the task, or could claim it, and whose delegation covers it.
    private static Person? ClaimsFor(HumanTask task, Actor actor) => actor.StandsInFor
        .Where(standIn => standIn.Covers(task.Scope))
        .Select(standIn => standIn.Principal)
        .FirstOrDefault(principal =>
            !(task.IsApproval && task.SubmitterIds.Contains(principal.Id))
            && ((task.State == TaskState.Assigned && task.AssigneeId == principal.Id)
                || (task.State == TaskState.Open && task.Candidates.Any(candidate => candidate.Fits(principal)))));
}
