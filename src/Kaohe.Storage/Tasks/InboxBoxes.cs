using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Storage.Documents;

namespace Kaohe.Storage.Tasks;

/// <summary>What each box holds, as queries. Sets are united by id, so that no database compares the aggregates' JSON.</summary>
internal static class InboxBoxes
{
    public static IQueryable<TaskRow> Of(KaoheDb db, Actor actor, InboxBox box) => box switch
    {
        InboxBox.Todo => Any(db, [.. Todo(db, actor), .. actor.StandsInFor.SelectMany(standIn => Proxied(db, actor, standIn))]),
        InboxBox.Waiting => Waiting(db, actor),
        InboxBox.Done => With(db, TaskPart.Participant, actor.Id).Where(task => !task.IsLive),
        InboxBox.Copied => With(db, TaskPart.Copied, actor.Id),
        _ => actor.Is(Role.Office) || actor.Is(Role.Leader) || actor.Is(Role.Administrator) ? db.Tasks : db.Tasks.Where(_ => false),
    };

    // Nobody approves what they submitted.
    private static IEnumerable<IQueryable<TaskRow>> Todo(KaoheDb db, Actor actor)
    {
        // What a proxy took is no longer the proxy's once the delegation has ended; the principal has it before the eyes all the time.
        string[] principals = [.. actor.StandsInFor.Select(standIn => standIn.Principal.Id)];
        var mine = db.Tasks.Where(task => task.AssigneeId == actor.Id
            && (task.State == TaskState.Delegated || (task.State == TaskState.Assigned && (task.PrincipalId == null || principals.Contains(task.PrincipalId)))));
        yield return WithoutOwn(db, mine, actor.Id);
        yield return WithoutOwn(db, db.Tasks.Where(task => task.PrincipalId == actor.Id && task.State == TaskState.Assigned), actor.Id);
        yield return WithoutOwn(db, Claimable(db, actor.Person), actor.Id);
    }

    // As a proxy: what the principal has or may claim, as far as every delegation on the way covers it.
    private static IEnumerable<IQueryable<TaskRow>> Proxied(KaoheDb db, Actor actor, StandIn standIn)
    {
        var principal = standIn.Principal;
        IQueryable<TaskRow>[] theirs =
            [db.Tasks.Where(task => task.AssigneeId == principal.Id && task.State == TaskState.Assigned), Claimable(db, principal)];
        return theirs.Select(tasks => Within(db, WithoutOwn(db, WithoutOwn(db, tasks, principal.Id), actor.Id), standIn));
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

    private static IQueryable<TaskRow> Claimable(KaoheDb db, Person person)
    {
        var keys = CandidateKeys.Fitting(person);
        var asked = db.TaskCandidates.Where(candidate => keys.Contains(candidate.MatchKey)).Select(candidate => candidate.TaskId);
        return db.Tasks.Where(task => task.State == TaskState.Open && asked.Contains(task.Id));
    }

    private static IQueryable<TaskRow> WithoutOwn(KaoheDb db, IQueryable<TaskRow> tasks, string personId)
    {
        var submitted = db.TaskPeople.Where(part => part.PersonId == personId && part.Part == TaskPart.Submitter).Select(part => part.TaskId);
        return tasks.Where(task => !task.IsApproval || !submitted.Contains(task.Id));
    }

    private static IQueryable<TaskRow> Waiting(KaoheDb db, Actor actor) =>
        Any(
            db,
            db.Tasks.Where(task => task.RequesterId == actor.Id),
            db.Tasks.Where(task => task.OwnerId == actor.Id),
            With(db, TaskPart.Submitter, actor.Id),
            With(db, TaskPart.Participant, actor.Id))
            .Where(task => task.IsLive && (task.AssigneeId != actor.Id || task.State == TaskState.Suspended || task.State == TaskState.Waiting));

    private static IQueryable<TaskRow> With(KaoheDb db, TaskPart part, string personId)
    {
        var ids = db.TaskPeople.Where(one => one.PersonId == personId && one.Part == part).Select(one => one.TaskId);
        return db.Tasks.Where(task => ids.Contains(task.Id));
    }

    private static IQueryable<TaskRow> Any(KaoheDb db, params IReadOnlyList<IQueryable<TaskRow>> sets)
    {
        var ids = sets.Select(set => set.Select(task => task.Id)).Aggregate((all, more) => all.Union(more));
        return db.Tasks.Where(task => ids.Contains(task.Id));
    }
}
