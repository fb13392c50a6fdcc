using Kaohe.Office.People;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.People;

public sealed class PeopleTests
{
    private static readonly OfficeDirectory Directory = new GivenOffice().Desk.Directory;
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Should_know_five_roles_by_stable_codes()
    {
        Assert.Equal(["office", "team", "leader", "unit", "admin"], Role.All.Select(role => role.Code));
        Assert.Equal("考核办", Role.LabelOf("office"));
        Assert.True(Role.IsKnown("team"));
        Assert.False(Role.IsKnown("boss"));
    }

    [Fact]
    public void Should_find_people_by_person_role_unit_and_post()
    {
        Assert.Equal([Leader.Id], Ids(Candidate.OfPerson(Leader.Id)));
        Assert.Equal([Clerk.Id, Chief.Id], Ids(Candidate.OfRole("office"))); // who has left is not found
        Assert.Equal([UnitHead.Id, UnitHandler.Id, UnitHandler2.Id], Ids(Candidate.OfUnit("dingxiang")));
        Assert.Equal([UnitHandler.Id], Ids(Candidate.OfPost("dingxiang", "handler")));
        Assert.Equal([UnitHandler.Id, OtherUnit.Id], Ids(new Candidate(Role: "unit", PostCode: "handler")));
        Assert.Empty(Ids(new Candidate()));
        Assert.Empty(Ids(new Candidate(Role: "leader", UnitId: "dingxiang")));
    }

    [Fact]
    public void Should_read_what_an_expression_gives()
    {
        var found = Candidate.FromExpression(["leader-1", "role:office", "unit:dingxiang", "post:wutai/handler", " leader-1 ", ""]);
        Assert.Equal([Candidate.OfPerson("leader-1"), Candidate.OfRole("office"), Candidate.OfUnit("dingxiang"), Candidate.OfPost("wutai", "handler")], found);
    }

    [Fact]
    public void Should_say_when_nobody_stands_behind_the_candidates()
    {
        var assignment = Resolve(new GivenOffice(), [Candidate.OfPerson(Gone.Id), Candidate.OfPost("wutai", "head")]);
        var problem = Assert.Single(assignment.Problems);
        Assert.Equal(nameof(SomebodyMustBeFound), problem.Code);
        Assert.Contains("人员gone-1、单位wutai·职务head", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_give_work_to_the_proxy_and_record_both_names()
    {
        var only = Resolve(new GivenOffice().WithDelegation(Leader, Deputy), [Candidate.OfPerson(Leader.Id)]).Only!;
        Assert.Equal((Deputy.Ref, Leader.Ref), (only.Assignee, only.Principal));
        Assert.Equal([Leader.Ref, Deputy.Ref], only.Chain);
    }

    [Fact]
    public void Should_leave_work_with_the_principal_outside_the_days_and_the_scope()
    {
        var office = new GivenOffice().WithDelegation(Leader, Deputy, new DelegationScope { StepCodes = ["Supervision"] });
        Assert.Equal(Leader.Ref, Resolve(office, [Candidate.OfPerson(Leader.Id)]).Only!.Assignee);

        var book = new GivenOffice().WithDelegation(Leader, Deputy).Desk.Delegations;
        Assert.Equal(Leader.Ref, book.Resolve(Leader.Ref, new WorkScope(), Now.AddDays(14)).Assignee);
        Assert.Equal(Leader.Ref, book.Resolve(Leader.Ref, new WorkScope(), Now.AddDays(-2)).Assignee);
        Assert.Equal(Leader.Ref, book.Resolve(Leader.Ref, new WorkScope(IsSigning: true), Now).Assignee);
        Assert.Equal(Deputy.Ref, book.Resolve(Leader.Ref, new WorkScope(), Now).Assignee);
    }

    [Fact]
    public void Should_end_a_delegation_early_when_it_is_revoked()
    {
        var delegation = new GivenOffice().WithDelegation(Leader, Deputy).Desk.Delegations.Delegations[0] with { RevokedAt = Now };
        Assert.True(delegation.IsEffective(Now.AddMinutes(-1)));
        Assert.False(delegation.IsEffective(Now));
    }

    [Fact]
    public void Should_follow_a_chain_of_proxies_up_to_its_bound()
    {
        var office = new GivenOffice().WithDelegation(Leader, Deputy).WithDelegation(Deputy, Chief).WithDelegation(Chief, Clerk).WithDelegation(Clerk, Team);
        var resolved = office.Desk.Delegations.Resolve(Leader.Ref, new WorkScope(), Now);
        Assert.Equal(Clerk.Ref, resolved.Assignee);
        Assert.Equal([Leader.Ref, Deputy.Ref, Chief.Ref, Clerk.Ref], resolved.Chain);
        Assert.Contains("停在考核办经办人", resolved.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_work_with_the_principal_when_proxies_form_a_circle()
    {
        var resolved = new GivenOffice().WithDelegation(Leader, Deputy).WithDelegation(Deputy, Leader).Desk.Delegations.Resolve(Leader.Ref, new WorkScope(), Now);
        Assert.Equal((Leader.Ref, null), (resolved.Assignee, resolved.Principal));
        Assert.Contains("成环", resolved.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_name_every_fault_of_a_delegation_at_once()
    {
        var book = new GivenOffice().WithDelegation(Leader, Deputy).Desk.Delegations;
        Delegation wrong = new() { Id = "new", Principal = Gone.Ref, Proxy = Gone.Ref, From = new(2026, 3, 10), To = new(2026, 3, 9) };
        Assert.Equal(
            [nameof(DelegationMustEndAfterStart), nameof(ProxyMustBeAnother), nameof(ProxyMustBeActive)],
            book.Check(wrong, Directory, Today).Select(problem => problem.Code));

        Delegation second = new() { Id = "new", Principal = Leader.Ref, Proxy = Chief.Ref, From = new(2026, 3, 15), To = new(2026, 3, 20) };
        Assert.Equal(nameof(DelegationMustNotOverlap), Assert.Single(book.Check(second, Directory, Today)).Code);
        Assert.Empty(book.Check(second with { From = new(2026, 3, 16) }, Directory, Today));
    }

    [Fact]
    public void Should_keep_work_with_the_principal_when_the_proxy_submitted_it()
    {
        var office = new GivenOffice().WithDelegation(Leader, Clerk);
        var assignment = Assignment.Resolve([Candidate.OfPerson(Leader.Id)], new WorkScope(), Now, office.Desk.Directory, office.Desk.Delegations, [Clerk.Id]);
        Assert.Equal((Leader.Ref, null), (assignment.Only!.Assignee, assignment.Only.Principal));
        Assert.Contains("代理人考核办经办人是提交人", assignment.Only.Note, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(Candidate candidate) => Directory.Expand([candidate]).Select(person => person.Id);

    private static Assignment Resolve(GivenOffice office, IReadOnlyList<Candidate> candidates) =>
        Assignment.Resolve(candidates, new WorkScope("SelfAssessment"), Now, office.Desk.Directory, office.Desk.Delegations);
}
