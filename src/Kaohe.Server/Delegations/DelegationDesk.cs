using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Mail;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Paging;
using Kaohe.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Delegations;

/// <summary>Records delegations, ends them, lists them. Both are told by mail of what they did not do themselves; what is on record counts from the next request on, on every entry path.</summary>
/// <param name="people">All people.</param>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="mails">Tells the proxy, and the principal of what others did.</param>
/// <param name="clock">Now.</param>
public sealed class DelegationDesk(IOfficePeople people, IDbContextFactory<KaoheDb> databases, IWriteLane lane, MailDesk mails, TimeProvider clock)
{
    /// <summary>Today, office time.</summary>
    public DateOnly Today => OfficeTime.DateOf(clock.GetUtcNow());

    /// <summary>The people who may stand in for a person, by name.</summary>
    /// <param name="principal">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Person>> ProxiesOfAsync(Person principal, CancellationToken cancellationToken = default) =>
        [.. (await people.DirectoryAsync(cancellationToken)).People.Where(person => person.IsActive && person.Id != principal.Id && ProxyMustBeColleague.AreColleagues(principal, person))];

    /// <summary>The people for whom somebody may record a delegation, besides their own; nobody for most.</summary>
    /// <param name="actor">Who records.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Person>> PrincipalsForAsync(Actor actor, CancellationToken cancellationToken = default) =>
        [.. (await people.DirectoryAsync(cancellationToken)).People.Where(person => person.IsActive && person.Id != actor.Id && DelegationAccess.MayRecord(person.Id, actor))];

    /// <summary>Records a delegation of the person's own work, or by 考核办 and 管理员 of who cannot do it; repeated, it is the same one.</summary>
    /// <param name="actor">Who records.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The delegation, or everything that stands against it.</returns>
    public async Task<(Delegation? Recorded, IReadOnlyList<FieldProblem> Problems)> RecordAsync(Actor actor, DelegationRequest request, CancellationToken cancellationToken = default)
    {
        var directory = await people.DirectoryAsync(cancellationToken);
        var principal = request.PrincipalId is { } other ? directory.FindActive(other) : actor.Person;
        IReadOnlyList<FieldProblem> missing = principal is null ? [new FieldProblem("principal", "请选择委托人，须是在岗人员。"), .. request.Missing()] : request.Missing();
        if (principal is not null && !DelegationAccess.MayRecord(principal.Id, actor))
        {
            return (null, [new FieldProblem("principal", $"代理由{principal.Name}本人委托；本人办不了的，请考核办或管理员登记。")]);
        }

        var now = clock.GetUtcNow();
        var wanted = new Delegation
        {
            Id = request.OperationId is { Length: > 0 and <= 64 } operation ? $"{actor.Id}:{operation}" : Guid.NewGuid().ToString("N"),
            Principal = principal?.Ref ?? new PersonRef(request.PrincipalId ?? "", "委托人"),
            RecordedBy = principal?.Id == actor.Id ? null : actor.Person.Ref,
            Proxy = directory.Find(request.ProxyId ?? "")?.Ref ?? new PersonRef(request.ProxyId ?? "", "所选代理人"),
            From = request.From ?? OfficeTime.DateOf(now),
            To = request.To ?? request.From ?? OfficeTime.DateOf(now),
            Scope = request.Scope,
            Reason = request.Reason?.Trim() ?? "",
            RecordedAt = now,
        };
        return await lane.RunAsync((db, cancel) => RecordAsync(db, wanted, missing, directory, cancel), cancellationToken);
    }

    /// <summary>收回: ends a delegation now.</summary>
    /// <param name="actor">The principal, 考核办 or 管理员.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What stands against it; null when there is no such delegation for the person.</returns>
    public async Task<IReadOnlyList<FieldProblem>?> RevokeAsync(Actor actor, string id, CancellationToken cancellationToken = default)
    {
        var directory = await people.DirectoryAsync(cancellationToken);
        return await lane.RunAsync((db, cancel) => RevokeAsync(db, actor, id, directory, cancel), cancellationToken);
    }

    /// <summary>The person's own delegations (as principal and as proxy), or everybody's; the latest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="all">Everybody's; shows nothing to whom it does not concern.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<Delegation>> ListAsync(Actor actor, bool all, PageRequest page, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = db.Delegations.AsNoTracking();
        rows = all && DelegationAccess.SeesAll(actor) ? rows : rows.Where(one => one.PrincipalId == actor.Id || one.ProxyId == actor.Id);
        var read = await page.ReadAsync(rows.OrderByDescending(one => one.To).ThenByDescending(one => one.From).ThenBy(one => one.Id), cancellationToken);
        return new([.. read.Items.Select(one => one.Value).Where(one => DelegationAccess.Of(one, actor).HasFlag(DelegationRights.Read))], read.TotalCount);
    }

    private async Task<(Delegation? Recorded, IReadOnlyList<FieldProblem> Problems)> RecordAsync(
        KaoheDb db, Delegation wanted, IReadOnlyList<FieldProblem> missing, OfficeDirectory directory, CancellationToken cancellationToken)
    {
        if (await db.Delegations.FindAsync([wanted.Id], cancellationToken) is { } known)
        {
            return (known.Value, []);
        }

        var today = OfficeTime.DateOf(wanted.RecordedAt);
        var book = await db.DelegationsOfAsync(wanted.Principal.Id, today, cancellationToken);
        var named = missing.Select(problem => problem.Path).ToHashSet();
        FieldProblem[] problems = [.. missing, .. Problems.From(book.Check(wanted, directory, today)).Where(problem => !named.Contains(problem.Path))];
        if (problems.Length > 0)
        {
            return (null, problems);
        }

        db.Delegations.Add(DelegationRow.Of(wanted));
        await TellAsync(db, wanted.Proxy, directory, $"{wanted.Id}:recorded", $"【代理】请您代理{wanted.Principal.Name}的工作", DelegationWords.Notice(wanted), wanted.RecordedAt, cancellationToken);
        if (wanted.RecordedBy is not null)
        {
            await TellAsync(db, wanted.Principal, directory, $"{wanted.Id}:recorded:principal", $"【代理】已替您登记代理人{wanted.Proxy.Name}", DelegationWords.NoticeToPrincipal(wanted), wanted.RecordedAt, cancellationToken);
        }

        return (wanted, []);
    }

    private async Task<IReadOnlyList<FieldProblem>?> RevokeAsync(KaoheDb db, Actor actor, string id, OfficeDirectory directory, CancellationToken cancellationToken)
    {
        if (await db.Delegations.FindAsync([id], cancellationToken) is not { } row || DelegationAccess.Of(row.Value, actor) is var rights && rights == DelegationRights.None)
        {
            return null;
        }

        if (!rights.HasFlag(DelegationRights.Revoke))
        {
            return [new FieldProblem("", "代理由委托人本人、考核办或管理员收回；您不再代理的，请告诉委托人。")];
        }

        var now = clock.GetUtcNow();
        if (row.RevokedAt is null && OfficeTime.DateOf(now) <= row.To)
        {
            row.Revoke(actor.Person.Ref, now);
            var value = row.Value;
            var (proxy, principal) = (value.Proxy.Name, value.Principal.Name);
            await TellAsync(db, value.Proxy, directory, $"{id}:revoked", $"【代理】{principal}的代理已收回", $"{actor.Name}已收回您代理{principal}的工作，从现在起由{principal}本人办理。", now, cancellationToken);
            if (actor.Id != value.Principal.Id)
            {
                await TellAsync(db, value.Principal, directory, $"{id}:revoked:principal", $"【代理】{proxy}不再代理您", $"{actor.Name}已收回{proxy}对您的代理，从现在起请您本人办理。", now, cancellationToken);
            }
        }

        return [];
    }

    private Task TellAsync(
        KaoheDb db, PersonRef person, OfficeDirectory directory, string key, string subject, string paragraph, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var letter = new MailLetter
        {
            PersonId = person.Id,
            Name = person.Name,
            Address = directory.Find(person.Id)?.Email,
            Subject = subject,
            Template = MailTemplates.Plain,
            Model = new Dictionary<string, object?> { ["paragraphs"] = new List<string> { paragraph } },
        };
        return mails.QueueAsync(db, letter, $"delegation:{key}", at, cancellationToken);
    }
}
