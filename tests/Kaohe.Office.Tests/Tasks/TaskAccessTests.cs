using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Rules;
using static Kaohe.Office.Tasks.TaskRights;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Tasks;

/// <summary>Role by role: who may see or act on a task.</summary>
public sealed class TaskAccessTests
{
    private const TaskRights Reader = Read | Comment;
    private readonly GivenOffice office = new();

    [Fact]
    public void Should_give_the_assignee_the_work() => Assert.Equal(Reader | Act | Copy, Of(Assigned(UnitHandler), UnitHandler));

    [Fact]
    public void Should_give_candidates_the_claim_until_somebody_has_it()
    {
        var open = office.Task(Candidate.OfRole("team"), Candidate.OfPerson(Leader.Id));
        Assert.Equal(Reader | Claim, Of(open, Team));
        var taken = Do(open, new ClaimTask { OperationId = "o", ExpectedRevision = 1, Actor = office.As(Team), At = Now });
        Assert.Equal(Reader | Act | Copy, Of(taken, Team));
        Assert.False(Of(taken, Leader).HasFlag(Claim));
    }

    [Fact]
    public void Should_let_the_office_manage_any_task_and_do_nobodys_work() =>
        Assert.Equal(Reader | Urge | Manage, Of(Assigned(UnitHandler), Clerk));

    [Fact]
    public void Should_show_the_office_only_the_header_of_a_confidential_task() =>
        Assert.Equal(ReadHeader | Urge | Manage, Of(Assigned(Team) with { IsConfidential = true }, Clerk));

    [Fact]
    public void Should_let_leaders_read_and_urge_but_not_into_confidence()
    {
        Assert.Equal(Reader | Urge, Of(Assigned(UnitHandler), Leader));
        Assert.Equal(ReadHeader, Of(Assigned(Team) with { IsConfidential = true }, Leader));
    }

    [Fact]
    public void Should_show_the_administrator_no_content() => Assert.Equal(ReadHeader, Of(Assigned(UnitHandler), Admin));

    [Fact]
    public void Should_give_a_team_nothing_by_its_role_alone() => Assert.Equal(None, Of(Assigned(UnitHandler), Team));

    [Fact]
    public void Should_show_colleagues_that_their_unit_was_asked_and_the_head_also_what()
    {
        var task = office.Opened(NewTask(Candidate.OfPost("dingxiang", "handler")));
        Assert.Equal(ReadHeader, Of(task, UnitHandler2));
        Assert.Equal(Reader | Urge, Of(task, UnitHead));
        Assert.Equal(None, Of(task, OtherUnit));
        Assert.Equal(None, Of(task with { IsConfidential = true }, UnitHead));
    }

    [Fact]
    public void Should_hide_the_offices_own_work_about_a_unit_from_that_unit()
    {
        var review = office.Opened(NewTask(Candidate.OfRole("office")) with { Title = "审核整改报告", UnitId = "dingxiang" });
        Assert.Equal(None, Of(review, UnitHead));
        Assert.Equal(None, Of(review, UnitHandler));
    }

    [Fact]
    public void Should_let_the_requester_follow_and_urge() =>
        Assert.Equal(Reader | Urge | Copy, Of(office.Opened(NewTask(Candidate.OfPerson(UnitHandler.Id)) with { Requester = Team.Ref }), Team));

    [Fact]
    public void Should_let_those_copied_and_those_who_had_it_read_it()
    {
        Assert.Equal(Reader, Of(Assigned(UnitHandler) with { CopiedToIds = [OtherUnit.Id] }, OtherUnit));
        Assert.Equal(Reader, Of(Assigned(UnitHandler) with { ParticipantIds = [OtherUnit.Id] }, OtherUnit));
    }

    [Fact]
    public void Should_let_who_completed_it_withdraw_and_nobody_act()
    {
        var done = Do(Assigned(UnitHandler), new CompleteTask { OperationId = "o", ExpectedRevision = 1, Actor = office.As(UnitHandler), At = Now, OutcomeCode = "done" });
        Assert.Equal(Reader | Withdraw | Copy, Of(done, UnitHandler));
        Assert.False(Of(done, Clerk).HasFlag(Act));
    }

    [Fact]
    public void Should_let_owner_and_borrower_of_a_lent_task_give_it_back()
    {
        var lent = Do(Assigned(UnitHandler), new DelegateTask { OperationId = "o", ExpectedRevision = 1, Actor = office.As(UnitHandler), At = Now, ToId = OtherUnit.Id, Reason = "请填" });
        Assert.Equal(Reader | Act | GiveBack | Copy, Of(lent, OtherUnit));
        Assert.Equal(Reader | GiveBack | Urge, Of(lent, UnitHandler));
    }

    [Fact]
    public void Should_let_a_proxy_claim_what_the_principal_has_or_could_claim_and_record_both_names()
    {
        office.WithDelegation(UnitHandler, OtherUnit);
        var task = Assigned(UnitHandler, new GivenOffice());
        Assert.Equal((Reader | Claim, UnitHandler.Ref), (Of(task, OtherUnit), TaskAccess.Of(task, office.As(OtherUnit)).ClaimsFor));

        var result = office.Desk.Handle(task, new ClaimTask { OperationId = "o", ExpectedRevision = 1, Actor = office.As(OtherUnit), At = Now });
        Assert.Equal("3月2日 16:20 五台县经办人（代定襄县经办人） 签收", Assert.Single(result.Events).Line);
        Assert.Equal((OtherUnit.Id, UnitHandler.Id), (result.Task.AssigneeId, result.Task.PrincipalId));

        Assert.Equal(Reader | Claim, Of(result.Task, UnitHandler)); // the principal may take it back
        var back = office.Desk.Handle(result.Task, new ClaimTask { OperationId = "o2", ExpectedRevision = 2, Actor = office.As(UnitHandler), At = Now });
        Assert.Equal((UnitHandler.Id, null), (back.Task.AssigneeId, back.Task.PrincipalId));
    }

    [Fact]
    public void Should_give_a_proxy_nothing_outside_the_scope()
    {
        office.WithDelegation(UnitHandler, OtherUnit, new DelegationScope { StepCodes = ["Supervision"] });
        Assert.Equal(None, Of(Assigned(UnitHandler, new GivenOffice()), OtherUnit));
    }

    [Fact]
    public void Should_give_a_former_employee_no_actor_at_all() => Assert.Null(office.Desk.ActorOf(Gone.Id, Now));

    [Fact]
    public void Should_let_nobody_approve_what_they_submitted_on_any_path()
    {
        office.WithDelegation(Leader, Deputy, new DelegationScope { StepCodes = ["other"] });
        var request = NewTask(Candidate.OfRole("office"), Candidate.OfPerson(Leader.Id)) with { IsApproval = true, SubmitterIds = [Clerk.Id] };

        // opening leaves the submitter out
        Assert.DoesNotContain(Clerk.Id, office.Desk.Open(request, Now).Events[0].PeopleIds);
        Assert.Equal(nameof(SomebodyMustBeFound), Assert.Single(office.Desk.Open(request with { Candidates = [Candidate.OfPerson(Clerk.Id)] }, Now).Problems).Code);

        // claiming, in one's own name
        var open = office.Opened(request);
        office.Refused<ActorMustHaveRight>(open, new ClaimTask { OperationId = "o", ExpectedRevision = 1, Actor = office.As(Clerk), At = Now });

        // handing over, lending, substituting to the submitter
        var taken = Do(open, new ClaimTask { OperationId = "o", ExpectedRevision = 1, Actor = office.As(Leader), At = Now });
        office.Refused<ApproverMustNotBeSubmitter>(taken, new HandOverTask { OperationId = "p", ExpectedRevision = 2, Actor = office.As(Leader), At = Now, ToId = Clerk.Id, Reason = "x" });
        office.Refused<ApproverMustNotBeSubmitter>(taken, new DelegateTask { OperationId = "p", ExpectedRevision = 2, Actor = office.As(Leader), At = Now, ToId = Clerk.Id, Reason = "x" });
        office.Refused<ApproverMustNotBeSubmitter>(taken, new SubstituteAssignee { OperationId = "p", ExpectedRevision = 2, Actor = office.As(Chief), At = Now, ToId = Clerk.Id, Reason = "x" });

        // a record that was forged into their hands
        Assert.False(Of(taken with { AssigneeId = Clerk.Id }, Clerk).HasFlag(Act));
    }

    [Fact]
    public void Should_let_no_proxy_approve_what_the_principal_submitted_or_the_proxy_submitted()
    {
        office.WithDelegation(Leader, Clerk).WithDelegation(Chief, Deputy);
        var bySelf = office.Opened(NewTask(Candidate.OfPerson(Leader.Id)) with { IsApproval = true, SubmitterIds = [Clerk.Id] });
        Assert.Equal(Leader.Id, bySelf.AssigneeId);
        Assert.False(Of(bySelf, Clerk).HasFlag(Claim));

        var byPrincipal = office.Opened(NewTask(Candidate.OfRole("office"), Candidate.OfPerson(Team.Id)) with { IsApproval = true, SubmitterIds = [Chief.Id] });
        Assert.False(Of(byPrincipal, Deputy).HasFlag(Claim));

        // handing over to somebody whose proxy is the submitter
        var mine = office.Opened(NewTask(Candidate.OfPerson(Team.Id)) with { IsApproval = true, SubmitterIds = [Clerk.Id] });
        office.Refused<ApproverMustNotBeSubmitter>(mine, new HandOverTask { OperationId = "p", ExpectedRevision = 1, Actor = office.As(Team), At = Now, ToId = Leader.Id, Reason = "x" });
    }

    [Fact]
    public void Should_show_a_submitter_the_decision_only_when_it_is_made()
    {
        var task = office.Opened(NewTask(Candidate.OfPerson(Leader.Id)) with { IsApproval = true, SubmitterIds = [UnitHandler.Id] });
        Assert.Equal(ReadHeader | Urge, Of(task, UnitHandler));
        var done = Do(task, new CompleteTask { OperationId = "o", ExpectedRevision = 1, Actor = office.As(Leader), At = Now, OutcomeCode = "agree", Opinion = "同意上报" });
        Assert.True(Of(done, UnitHandler).HasFlag(Read));
        Assert.Equal("同意上报", TaskAccess.Show(done, Of(done, UnitHandler))!.Opinion);
    }

    [Fact]
    public void Should_strip_content_from_who_may_only_see_the_header()
    {
        var task = Assigned(UnitHandler) with { Opinion = "意见" };
        var shown = TaskAccess.Show(task, ReadHeader)!;
        Assert.Equal((task.Title, string.Empty, null), (shown.Title, shown.Instructions, shown.Opinion));
        Assert.Null(TaskAccess.Show(task, None));
    }

    [Fact]
    public void Should_keep_the_products_own_commands_from_people()
    {
        office.Refused<ActorMustHaveRight>(Assigned(UnitHandler), new SuspendTask { OperationId = "o", Actor = office.As(Clerk), At = Now, Reason = "x" });
        office.Refused<ActorMustHaveRight>(Assigned(UnitHandler), new CancelTask { OperationId = "o", Actor = office.As(Clerk), At = Now, Reason = "x" });
    }

    private TaskRights Of(HumanTask task, Person person) => TaskAccess.Of(task, office.As(person)).Rights;

    private HumanTask Assigned(Person person, GivenOffice? at = null) => (at ?? office).Task(Candidate.OfPerson(person.Id));

    private HumanTask Do(HumanTask task, TaskCommand command) => office.Do(task, command);
}
