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

/// <summary>Records delegations, ends them, lists them. The proxy is told by mail; what is on record counts from the next request on, on every entry path.</summary>
/// <param name="people">All people.</param>
/// <param name="databases">Reads.</param>
/// <param name="lane">Writes.</param>
/// <param name="mails">Tells the proxy.</param>
/// <param name="clock">Now.</param>
public sealed class DelegationDesk(IOfficePeople people, IDbContextFactory<KaoheDb> databases, IWriteLane lane, MailDesk mails, TimeProvider clock)
{
    /// <summary>Today, office time.</summary>
    public DateOnly Today => OfficeTime.DateOf(clock.GetUtcNow());

    /// <summary>The people whom a person may choose, by name.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Person>> ProxiesOfAsync(Actor actor, CancellationToken cancellationToken = default) =>
        [.. (await people.DirectoryAsync(cancellationToken)).People.Where(person => person.IsActive && person.Id != actor.Id && ProxyMustBeColleague.AreColleagues(actor.Person, person))];

    /// <summary>Records a delegation of the person's own work; repeated, it is the same one.</summary>
    /// <param name="actor">Who hands over.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The delegation, or everything that stands against it.</returns>
    public async Task<(Delegation? Recorded, IReadOnlyList<FieldProblem> Problems)> RecordAsync(Actor actor, DelegationRequest request, CancellationToken cancellationToken = default)
    {
        var missing = request.Missing();
        var directory = await people.DirectoryAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var wanted = new Delegation
        {
            Id = request.OperationId is { Length: > 0 and <= 64 } operation ? $"{actor.Id}:{operation}" : Guid.NewGuid().ToString("N"),
            Principal = actor.Person.Ref,
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
        await TellAsync(db, wanted, directory, "recorded", $"【代理】{wanted.Principal.Name}请您代理工作", [DelegationWords.Notice(wanted)], wanted.RecordedAt, cancellationToken);
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
            await TellAsync(
                db, value, directory, "revoked", $"【代理】{value.Principal.Name}的代理已收回", [$"{actor.Name}已收回您代理{value.Principal.Name}的工作，从现在起由{value.Principal.Name}本人办理。"], now, cancellationToken);
        }

        return [];
    }

    private Task TellAsync(
        KaoheDb db, Delegation delegation, OfficeDirectory directory, string what, string subject, IReadOnlyList<string> paragraphs, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var letter = new MailLetter
        {
            PersonId = delegation.Proxy.Id,
            Name = delegation.Proxy.Name,
            Address = directory.Find(delegation.Proxy.Id)?.Email,
            Subject = subject,
            Template = MailTemplates.Plain,
            Model = new Dictionary<string, object?> { ["paragraphs"] = paragraphs.ToList() },
        };
        return mails.QueueAsync(db, letter, $"delegation:{delegation.Id}:{what}", at, cancellationToken);
    }
}
