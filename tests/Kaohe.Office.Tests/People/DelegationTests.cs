using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.People;

/// <summary>代理 in practice: from the first to the last day and no longer, for what was handed over and no more, and never for one's own submission.</summary>
public sealed class DelegationTests
{
    private static readonly DateTimeOffset LastMoment = OfficeTime.At(new DateOnly(2026, 3, 15), new TimeOnly(23, 59, 59));
    private static readonly DateTimeOffset FirstMoment = OfficeTime.At(new DateOnly(2026, 3, 1), new TimeOnly(0, 0));
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Should_hold_from_the_first_moment_of_the_first_day_to_the_last_of_the_last()
    {
        var office = new GivenOffice().WithDelegation(Leader, Deputy);
        var task = office.Task(Candidate.OfPerson(Leader.Id), Candidate.OfPerson(Chief.Id));

        Assert.Equal(
            [false, true, true, false],
            new[] { FirstMoment.AddSeconds(-1), FirstMoment, LastMoment, LastMoment.AddSeconds(1) }
                .Select(at => TaskAccess.Of(task, office.Desk.ActorOf(Deputy.Id, at)!).Allows(TaskRights.Claim)));
    }

    [Fact]
    public void Should_end_the_proxys_authority_with_the_delegation_also_over_what_was_taken_before()
    {
        var office = new GivenOffice().WithDelegation(Leader, Deputy);
        var task = office.Task(Candidate.OfPerson(Leader.Id));
        Assert.Equal((Deputy.Id, Leader.Id), (task.AssigneeId, task.PrincipalId));

        Assert.True(TaskAccess.Of(task, office.Desk.ActorOf(Deputy.Id, LastMoment)!).Allows(TaskRights.Act));
        var after = TaskAccess.Of(task, office.Desk.ActorOf(Deputy.Id, LastMoment.AddSeconds(1))!);
        Assert.False(after.Allows(TaskRights.Act));
        Assert.True(after.Allows(TaskRights.Read));
        var back = office.Do(task, new ClaimTask { OperationId = "o1", Actor = office.As(Leader), At = LastMoment.AddSeconds(1), ExpectedRevision = task.Revision });
        Assert.Equal((Leader.Id, null), (back.AssigneeId, back.PrincipalId));
    }

    [Fact]
    public void Should_send_back_to_the_principal_what_a_former_proxy_had_done()
    {
        var office = new GivenOffice().WithDelegation(Leader, Deputy);
        var done = office.Do(office.Task(Candidate.OfPerson(Leader.Id)), new CompleteTask { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(Deputy), At = Now, OutcomeCode = TaskOutcome.Done.Code });

        var reopened = office.Do(done, new ReopenTask { OperationId = "o2", Actor = Actor.System, At = LastMoment.AddDays(1), ByTaskId = "t2", ByName = Clerk.Name, Reason = "数据不符" });

        Assert.Equal((Leader.Id, null), (reopened.AssigneeId, reopened.PrincipalId));
    }

    [Fact]
    public void Should_record_both_names_with_what_the_proxy_did_and_with_the_notice()
    {
        var office = new GivenOffice().WithDelegation(Leader, Deputy);
        var opened = office.Desk.Open(NewTask(Candidate.OfPerson(Leader.Id)), Now);
        Assert.Contains($"您代{Leader.Name}办理", Assert.Single(opened.FollowUps.OfType<NotifyPeople>()).Text, StringComparison.Ordinal);

        var done = office.Desk.Handle(opened.Task, new CompleteTask { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(Deputy), At = Now, OutcomeCode = TaskOutcome.Done.Code });

        Assert.Contains($"{Deputy.Name}（代{Leader.Name}）", Assert.Single(done.Events).Line, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_cover_tasks_and_documents_only_where_they_were_handed_over_and_signing_only_when_it_was_said()
    {
        WorkScope task = new("Supervision", "general"), check = new("Supervision", "督查通知", IsDocument: true), sign = check with { IsSigning = true };
        bool[] Covered(DelegationScope scope) => [scope.Covers(task), scope.Covers(check), scope.Covers(sign)];

        Assert.Equal([true, true, false], Covered(DelegationScope.AllButSigning));
        Assert.Equal([true, true, true], Covered(DelegationScope.Everything));
        Assert.Equal([true, false, false], Covered(new DelegationScope { Works = DelegatedWork.Tasks, IncludesSigning = true }));
        Assert.Equal([false, true, true], Covered(new DelegationScope { Works = DelegatedWork.Documents, IncludesSigning = true }));
        Assert.Equal([false, true, false], Covered(new DelegationScope { Kinds = ["督查通知"] }));
    }

    [Fact]
    public void Should_give_the_task_that_asks_for_a_signature_only_to_a_proxy_who_may_sign_that_kind_of_document()
    {
        var request = NewTask(Candidate.OfPerson(Leader.Id)) with { Kind = WorkScope.SignOffKind, DocumentKind = "结果通报" };
        string? GivenTo(DelegationScope scope) => new GivenOffice().WithDelegation(Leader, Deputy, scope).Opened(request).AssigneeId;

        Assert.Equal(Leader.Id, GivenTo(DelegationScope.AllButSigning));
        Assert.Equal(Leader.Id, GivenTo(new DelegationScope { IncludesSigning = true, Kinds = ["督查通知"] }));
        Assert.Equal(Deputy.Id, GivenTo(new DelegationScope { IncludesSigning = true, Kinds = ["结果通报"] }));
    }

    [Fact]
    public void Should_not_let_the_submitter_approve_by_way_of_a_delegation()
    {
        var office = new GivenOffice().WithDelegation(Leader, Clerk, DelegationScope.Everything);
        var task = office.Opened(NewTask(Candidate.OfPerson(Leader.Id), Candidate.OfPerson(Chief.Id)) with { IsApproval = true, SubmitterIds = [Clerk.Id] });

        Assert.False(TaskAccess.Of(task, office.As(Clerk)).Allows(TaskRights.Claim));
        Assert.False(office.Desk.Handle(task, new ClaimTask { OperationId = "o1", Actor = office.As(Clerk), At = Now }).Problems is []);
    }

    [Fact]
    public void Should_let_principal_office_and_administrator_end_it_and_show_it_to_nobody_else_but_the_proxy()
    {
        var delegation = new GivenOffice().WithDelegation(Leader, Deputy).Desk.Delegations.Delegations[0];
        const DelegationRights Both = DelegationRights.Read | DelegationRights.Revoke;

        Assert.Equal(
            [Both, DelegationRights.Read, Both, Both, DelegationRights.None, DelegationRights.None],
            new[] { Leader, Deputy, Clerk, Admin, Team, UnitHandler }.Select(person => DelegationAccess.Of(delegation, Actor.Of(person))));
    }

    [Fact]
    public void Should_name_what_is_wrong_with_days_scope_and_proxy()
    {
        var desk = new GivenOffice().Desk;
        Delegation right = new() { Id = "new", Principal = UnitHandler.Ref, Proxy = UnitHead.Ref, From = Today, To = Today };
        IEnumerable<string> Wrong(Delegation one) => desk.Delegations.Check(one, desk.Directory, Today).Select(problem => problem.Code);

        Assert.Empty(Wrong(right));
        Assert.Equal([nameof(DelegationMustNotBeginInThePast)], Wrong(right with { From = Today.AddDays(-1) }));
        Assert.Equal([nameof(DelegationMustBeBounded)], Wrong(right with { To = Today.AddYears(2) }));
        Assert.Equal([nameof(DelegationMustCoverSomething)], Wrong(right with { Scope = new DelegationScope { Works = DelegatedWork.None } }));
        Assert.Equal([nameof(DelegationMustCoverSomething)], Wrong(right with { Scope = new DelegationScope { Works = DelegatedWork.Tasks, IncludesSigning = true } }));
        Assert.Equal([nameof(ProxyMustBeColleague)], Wrong(right with { Proxy = OtherUnit.Ref }));
        Assert.Equal([nameof(ProxyMustBeColleague)], Wrong(right with { Proxy = Leader.Ref }));
    }

    [Fact]
    public void Should_let_two_delegations_of_different_work_hold_together()
    {
        var office = new GivenOffice().WithDelegation(Leader, Deputy, new DelegationScope { Works = DelegatedWork.Tasks });
        Delegation documents = new() { Id = "new", Principal = Leader.Ref, Proxy = Chief.Ref, From = Today, To = Today, Scope = new DelegationScope { Works = DelegatedWork.Documents, IncludesSigning = true } };

        Assert.Empty(office.Desk.Delegations.Check(documents, office.Desk.Directory, Today));
        Assert.Equal(nameof(DelegationMustNotOverlap), Assert.Single(office.Desk.Delegations.Check(documents with { Scope = DelegationScope.Everything }, office.Desk.Directory, Today)).Code);
    }

    [Fact]
    public void Should_let_another_record_it_only_with_a_reason_without_the_signature_and_not_for_themselves()
    {
        var directory = new GivenOffice().Desk.Directory;
        var ill = new Delegation
        {
            Id = "d1", Principal = Leader.Ref, Proxy = Deputy.Ref, From = Today, To = Today.AddDays(7), Scope = DelegationScope.Everything, Reason = " ", RecordedBy = Deputy.Ref, RecordedAt = Now,
        };
        string[] Broken(Delegation delegation) => [.. DelegationBook.Empty.Check(delegation, directory, Today).Select(problem => problem.Code)];

        Assert.Equal([nameof(ReasonMustBeGivenForAnother), nameof(OnlyThePrincipalGivesTheSignature), nameof(RecorderMustNotBeProxy)], Broken(ill));
        Assert.Empty(Broken(ill with { Reason = "生病住院", Scope = DelegationScope.AllButSigning, RecordedBy = Clerk.Ref }));
        Assert.Empty(Broken(ill with { RecordedBy = null })); // one's own needs no reason and may include the signature
        Assert.Equal([false, true, true], new[] { Role.Unit, Role.Office, Role.Administrator }.Select(role => DelegationAccess.MayRecord(Leader.Id, Actor.Of(Clerk with { Roles = [role.Code] }))));
    }
}
