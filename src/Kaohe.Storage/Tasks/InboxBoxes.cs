using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Storage.Documents;

namespace Kaohe.Storage.Tasks;

/// <summary>
/// What each box holds, as queries of places: indexes alone answer how many there are and which come next; the tasks themselves are read for one page.
/// Boxes that grow from year to year are read no further than the longest list that is shown.
/// </summary>
internal static class InboxBoxes
{
    public static IQueryable<InboxKey> Of(KaoheDb db, Actor actor, InboxBox box) => box switch
    {
        InboxBox.Todo => Any([.. Todo(db, actor), .. actor.StandsInFor.SelectMany(standIn => Proxied(db, actor, standIn))]),
        InboxBox.Waiting => Keys(Waiting(db, actor)),
        InboxBox.Done => Part(db, TaskPart.Participant, actor.Id, since: InboxOrder.Ended),
        InboxBox.Copied => Part(db, TaskPart.Copied, actor.Id, since: 0),
        _ => Keys(All(db, actor)),
    };

    /// <summary>The same with the tasks themselves, for what only they can tell.</summary>
    public static IQueryable<InboxEntry> EntriesOf(KaoheDb db, Actor actor, InboxBox box) => box == InboxBox.All
        ? All(db, actor).Select(task => new InboxEntry { Task = task, Order = task.InboxOrder })
        : Of(db, actor, box).Join(db.Tasks, key => key.Id, task => task.Id, (key, task) => new InboxEntry { Task = task, Order = key.Order });

    private static IQueryable<TaskRow> All(KaoheDb db, Actor actor) =>
        actor.Is(Role.Office) || actor.Is(Role.Leader) || actor.Is(Role.Administrator) ? db.Tasks : db.Tasks.Where(_ => false);

    private static IQueryable<InboxKey> Keys(IQueryable<TaskRow> tasks) => tasks.Select(task => new InboxKey { Id = task.Id, Order = task.InboxOrder });

    private static IEnumerable<IQueryable<InboxKey>> Todo(KaoheDb db, Actor actor)
    {
        // What a proxy took is no longer the proxy's once the delegation has ended; the principal has it before the eyes all the time.
        string[] principals = [.. actor.StandsInFor.Select(standIn => standIn.Principal.Id)];
        var mine = db.Tasks.Where(task => task.AssigneeId == actor.Id && task.InboxOrder < InboxOrder.Ended
            && (task.State == TaskState.Delegated || (task.State == TaskState.Assigned && (task.PrincipalId == null || principals.Contains(task.PrincipalId)))));
        yield return WithoutOwn(db, Keys(mine), actor.Id);
        yield return WithoutOwn(db, Keys(db.Tasks.Where(task => task.PrincipalId == actor.Id && task.IsLive && task.State == TaskState.Assigned)), actor.Id);
        yield return WithoutOwn(db, Claimable(db, actor.Person), actor.Id);
    }

    // As a proxy: what the principal has or may claim, as far as every delegation on the way covers it.
    private static IEnumerable<IQueryable<InboxKey>> Proxied(KaoheDb db, Actor actor, StandIn standIn)
    {
        var principal = standIn.Principal;
        var has = db.Tasks.Where(task => task.AssigneeId == principal.Id && task.InboxOrder < InboxOrder.Ended && task.State == TaskState.Assigned);
        var claimable = Claimable(db, principal).Select(key => key.Id);
        IQueryable<TaskRow>[] theirs = [has, db.Tasks.Where(task => claimable.Contains(task.Id))];
        return theirs.Select(tasks => WithoutOwn(db, WithoutOwn(db, Keys(Within(db, tasks, standIn)), principal.Id), actor.Id));
    }

    private static IQueryable<TaskRow> Within(KaoheDb db, IQueryable<TaskRow> tasks, StandIn standIn)
    {
        var signing = WorkScope.SigningKinds;
        foreach (var scope in standIn.Scopes)
        {
            tasks = scope.StepCodes.Count == 0 ? tasks : tasks.Where(task => task.StepCode != null && scope.StepCodes.Contains(task.StepCode));
            tasks = scope.Works.HasFlag(DelegatedWork.Tasks) ? tasks : tasks.Where(task => signing.Contains(task.Kind));
            tasks = scope.IncludesSigning && scope.Works.HasFlag(DelegatedWork.Documents) ? tasks : tasks.Where(task => !signing.Contains(task.Kind));
            tasks = scope.Kinds.Count == 0 ? tasks : OfKinds(db, tasks, scope.Kinds);
        }

        return tasks;
    }

    // A task that asks for a signature is of the kind of its document.
    private static IQueryable<TaskRow> OfKinds(KaoheDb db, IQueryable<TaskRow> tasks, IReadOnlyList<string> kinds)
    {
        var documents = db.Documents;
        return tasks.Where(task => task.Kind == WorkScope.SignOffKind && task.DocumentIds != null
            ? documents.Any(document => kinds.Contains(document.Kind) && task.DocumentIds.Contains(document.Id))
            : kinds.Contains(task.Kind));
    }

    private static IQueryable<InboxKey> Claimable(KaoheDb db, Person person)
    {
        var keys = CandidateKeys.Fitting(person);
        return db.TaskCandidates.Where(candidate => candidate.OpenOrder != null && keys.Contains(candidate.MatchKey))
            .Select(candidate => new InboxKey { Id = candidate.TaskId, Order = candidate.OpenOrder!.Value });
    }

    // Nobody approves what they submitted. Few have submitted what they are asked about, so hardly any task itself is looked at.
    private static IQueryable<InboxKey> WithoutOwn(KaoheDb db, IQueryable<InboxKey> keys, string personId)
    {
        var parts = db.TaskPeople;
        var tasks = db.Tasks;
        return keys.Where(key => !parts.Any(part => part.PersonId == personId && part.Part == TaskPart.Submitter && part.TaskId == key.Id)
            || tasks.Any(task => task.Id == key.Id && !task.IsApproval));
    }

    private static IQueryable<TaskRow> Waiting(KaoheDb db, Actor actor)
    {
        var ids = Any(
            Keys(db.Tasks.Where(task => task.RequesterId == actor.Id && task.InboxOrder < InboxOrder.Ended)),
            Keys(db.Tasks.Where(task => task.OwnerId == actor.Id && task.InboxOrder < InboxOrder.Ended)),
            Live(db, TaskPart.Submitter, actor.Id),
            Live(db, TaskPart.Participant, actor.Id)).Select(key => key.Id);
        return db.Tasks.Where(task => ids.Contains(task.Id) && task.IsLive
            && (task.AssigneeId != actor.Id || task.State == TaskState.Suspended || task.State == TaskState.Waiting));
    }

    private static IQueryable<InboxKey> Live(KaoheDb db, TaskPart part, string personId) => db.TaskPeople
        .Where(one => one.PersonId == personId && one.Part == part && one.InboxOrder < InboxOrder.Ended)
        .Select(one => new InboxKey { Id = one.TaskId, Order = one.InboxOrder });

    private static IQueryable<InboxKey> Part(KaoheDb db, TaskPart part, string personId, long since) => db.TaskPeople
        .Where(one => one.PersonId == personId && one.Part == part && one.InboxOrder >= since)
        .OrderBy(one => one.InboxOrder).ThenBy(one => one.TaskId)
        .Take(TaskInbox.Longest + 1)
        .Select(one => new InboxKey { Id = one.TaskId, Order = one.InboxOrder });

    private static IQueryable<InboxKey> Any(params IReadOnlyList<IQueryable<InboxKey>> sets) => sets.Aggregate((all, more) => all.Union(more));
}
