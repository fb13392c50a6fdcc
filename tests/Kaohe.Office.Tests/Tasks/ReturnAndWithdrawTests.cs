using System.Text.Json;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Rules;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Tasks;

/// <summary>退回 to an earlier task, straight back, and 撤回 while the next has not acted.</summary>
public sealed class ReturnAndWithdrawTests
{
    private static readonly DateTimeOffset Later = Now.AddDays(1);
    private readonly GivenOffice office = new();

    [Fact]
    public void Should_offer_only_completed_earlier_tasks_of_the_instance()
    {
        var report = Reported();
        var review = Review();
        HumanTask[] all = [report, review, report with { Id = "x", InstanceId = "other" }, report with { Id = "y", State = TaskState.Cancelled }, report with { Id = "z", EndedAt = Later.AddDays(3), FirstCompletedAt = Later.AddDays(3) }];
        Assert.Equal([report.Id], ReturnTask.Targets(review, all).Select(task => task.Id));
        Assert.Contains("请从列表中选择", office.Refused<ReturnTargetMustBeEarlierTask>(review, Return(review, all[2])), StringComparison.Ordinal);
        office.Refused<ReturnTargetMustBeEarlierTask>(review, Return(review, report) with { Target = null });
        office.Refused<ReasonMustBeGiven>(review, Return(review, report) with { Reason = "" });
    }

    [Fact]
    public void Should_send_back_and_get_the_new_submission_straight_back()
    {
        var (report, review) = (Reported(), Review());

        var returned = office.Desk.Handle(review, Return(review, report));
        Assert.Equal("3月3日 16:20 考核办经办人 退回：数据未认定", Assert.Single(returned.Events).Line);
        Assert.Equal(TaskState.Suspended, returned.Task.State);
        var reopen = Assert.IsType<ChangeOtherTask>(Assert.Single(returned.FollowUps));
        Assert.Equal((report.Id, OtherTaskChange.Reopen, review.Id), (reopen.TaskId, reopen.Change, reopen.ByTaskId));

        var again = office.Do(report, Reopen(reopen));
        Assert.Equal((TaskState.Assigned, UnitHandler.Id, "数据未认定"), (again.State, again.AssigneeId, again.ReturnReason));
        Assert.Equal("初稿", again.Draft!.Value.GetProperty("text").GetString());
        Assert.Equal(OfficeTime.EndOf(new(2026, 3, 6)), again.DueAt); // 3 working days to do it again

        var resubmitted = office.Desk.Handle(again, Complete(UnitHandler, again, "修改稿", Later.AddDays(2)));
        Assert.Equal("3月5日 16:20 定襄县经办人 重新提交（完成）", Assert.Single(resubmitted.Events).Line);
        Assert.Empty(resubmitted.FollowUps.OfType<ResumeWorkflow>()); // its bookmark was consumed the first time
        Assert.Equal("修改稿", Assert.Single(resubmitted.FollowUps.OfType<UpdateWorkflowOutput>()).Data!.Value.GetProperty("text").GetString());
        var resume = Assert.Single(resubmitted.FollowUps.OfType<ChangeOtherTask>());
        Assert.Equal((review.Id, OtherTaskChange.Resume), (resume.TaskId, resume.Change));

        var goesOn = office.Do(returned.Task, new ResumeTask { OperationId = "r", Actor = Actor.System, At = Later.AddDays(2), Reason = resume.Reason });
        Assert.Equal((TaskState.Assigned, Clerk.Id, null), (goesOn.State, goesOn.AssigneeId, goesOn.SuspendedAt));
        Assert.Equal(OfficeTime.EndOf(new(2026, 3, 12)), goesOn.DueAt); // 10 March and the 2 working days it stood still

        var done = office.Desk.Handle(goesOn, Complete(Clerk, goesOn, "通过", Later.AddDays(3)));
        Assert.Equal("b2", Assert.Single(done.FollowUps.OfType<ResumeWorkflow>()).BookmarkId);
    }

    [Fact]
    public void Should_let_the_clock_run_where_the_flow_says_so_and_keep_days_that_stood_still_from_a_changed_calendar()
    {
        var suspended = Review() with { State = TaskState.Suspended, SuspendedAt = Later };
        var resume = new ResumeTask { OperationId = "r", Actor = Actor.System, At = Later.AddDays(2), Reason = "已重新提交" };

        var runs = office.Do(suspended with { PausesWhileReturned = false }, resume);
        var stood = office.Do(suspended, resume);

        Assert.Equal(suspended.DueAt, runs.DueAt);
        Assert.Equal(suspended.DeadlineText, runs.DeadlineText);
        Assert.NotEqual(suspended.DueAt, stood.DueAt);
        Assert.Empty(DeadlineReview.Preview([stood], GivenOffice.Calendar));
    }

    [Fact]
    public void Should_send_back_a_second_time_what_came_back_once()
    {
        var (report, review) = (Reported(), Review());
        var returned = office.Desk.Handle(review, Return(review, report));
        var again = office.Do(report, Reopen(Assert.IsType<ChangeOtherTask>(Assert.Single(returned.FollowUps))));
        var resubmitted = office.Do(again, Complete(UnitHandler, again, "修改稿", Later.AddDays(2)));
        var goesOn = office.Do(returned.Task, new ResumeTask { OperationId = "r", Actor = Actor.System, At = Later.AddDays(2), Reason = "已重新提交" });
        Assert.Equal([report.Id], ReturnTask.Targets(goesOn, [resubmitted, goesOn]).Select(task => task.Id));
        Assert.Equal(report.EndedAt, resubmitted.FirstCompletedAt);
    }

    [Fact]
    public void Should_open_the_approval_for_others_when_its_holder_has_submitted_in_the_meantime()
    {
        var review = office.Do(Review(), Return(Review(), Reported()));
        var goesOn = office.Do(review, new ResumeTask { OperationId = "r", Actor = Actor.System, At = Later.AddDays(2), Reason = "已重新提交", SubmitterIds = [Clerk.Id] });
        Assert.Equal(TaskState.Assigned, goesOn.State);
        var approval = office.Desk.Handle(review with { IsApproval = true }, new ResumeTask { OperationId = "r", Actor = Actor.System, At = Later.AddDays(2), Reason = "已重新提交", SubmitterIds = [Clerk.Id] });
        Assert.Equal((TaskState.Open, null), (approval.Task.State, approval.Task.AssigneeId));
        Assert.Contains("不能审批", Assert.Single(approval.Events).Detail, StringComparison.Ordinal);
        office.Refused<ActorMustHaveRight>(approval.Task, new ClaimTask { OperationId = "c", ExpectedRevision = approval.Task.Revision, Actor = office.As(Clerk), At = Later.AddDays(2) });
    }

    [Fact]
    public void Should_not_move_the_deadline_when_the_policy_lets_the_clock_run()
    {
        var review = Review();
        var desk = office.Desk with { Policy = TaskPolicy.Default with { PauseWhileReturned = false } };
        var suspended = desk.Handle(review, Return(review, Reported())).Task;
        ResumeTask resume = new() { OperationId = "r", Actor = Actor.System, At = Later.AddDays(2), Reason = "x" };
        Assert.Equal(review.DueAt, desk.Handle(suspended, resume).Task.DueAt);

        // What the flow says about the task goes before what the office says about all.
        Assert.True(desk.Handle(suspended with { PausesWhileReturned = true }, resume).Task.DueAt > review.DueAt);
        Assert.Equal(review.DueAt, office.Desk.Handle(suspended with { PausesWhileReturned = false }, resume).Task.DueAt);
    }

    [Fact]
    public void Should_not_let_the_returner_act_while_it_waits()
    {
        var review = Review();
        var suspended = office.Do(review, Return(review, Reported()));
        office.Refused<TaskMustNotBeHandledByOthers>(suspended, Complete(Clerk, suspended, "x", Later));
    }

    [Fact]
    public void Should_give_a_returned_task_to_whoever_stands_in_now()
    {
        var report = Reported();
        office.WithDelegation(UnitHandler, UnitHandler2);
        var again = office.Do(report, Reopen(new ChangeOtherTask(report.Id, OtherTaskChange.Reopen, "t2", "数据未认定")));
        Assert.Equal((UnitHandler2.Id, UnitHandler.Id), (again.AssigneeId, again.PrincipalId));
    }

    [Fact]
    public void Should_let_everyone_who_sent_it_back_go_on_after_one_new_submission()
    {
        var report = office.Do(Reported(), Reopen(new ChangeOtherTask("t1", OtherTaskChange.Reopen, "t2", "一")));
        var twice = report with { ResubmitToIds = ["t2", "t3"] };
        Assert.Equal(["t2", "t3"], office.Desk.Handle(twice, Complete(UnitHandler, twice, "改", Later)).FollowUps.OfType<ChangeOtherTask>().Select(change => change.TaskId));
    }

    [Fact]
    public void Should_let_the_others_go_on_when_the_office_closes_a_returned_task()
    {
        var again = office.Do(Reported(), Reopen(new ChangeOtherTask("t1", OtherTaskChange.Reopen, "t2", "一")));
        var closed = office.Desk.Handle(again, new CloseTask { OperationId = "c", ExpectedRevision = again.Revision, Actor = office.As(Clerk), At = Later, Reason = "按原数据" });
        Assert.Equal(OtherTaskChange.Resume, Assert.Single(closed.FollowUps.OfType<ChangeOtherTask>()).Change);
        Assert.Empty(closed.FollowUps.OfType<ResumeWorkflow>());
    }

    [Fact]
    public void Should_take_a_submission_back_while_the_next_has_not_acted()
    {
        var (report, review) = (Reported(), Review());
        var result = office.Desk.Handle(report, Withdraw(report, review));
        Assert.Equal("3月3日 16:20 定襄县经办人 撤回：附件传错", Assert.Single(result.Events).Line);
        Assert.Equal((TaskState.Assigned, UnitHandler.Id, "t2"), (result.Task.State, result.Task.AssigneeId, Assert.Single(result.Task.ResubmitToIds)));
        Assert.Equal("初稿", result.Task.Draft!.Value.GetProperty("text").GetString());
        var hold = Assert.IsType<ChangeOtherTask>(Assert.Single(result.FollowUps));
        Assert.Equal((review.Id, OtherTaskChange.Suspend), (hold.TaskId, hold.Change));
        Assert.Equal(TaskState.Suspended, office.Do(review, new SuspendTask { OperationId = "s", Actor = Actor.System, At = Later, Reason = hold.Reason }).State);
    }

    [Fact]
    public void Should_refuse_to_take_back_what_the_next_has_begun_with_name_and_time()
    {
        var (report, review) = (Reported(), Review());
        var drafted = office.Do(review, new SaveDraft { OperationId = "d", ExpectedRevision = 1, Actor = office.As(Clerk), At = Later, Data = Text("看了") });
        Assert.StartsWith("考核办经办人已于3月3日 16:20开始办理“审核自查报告”，不能撤回", office.Refused<NextMustNotHaveActed>(report, Withdraw(report, drafted)), StringComparison.Ordinal);

        var open = office.Desk.Open(ReviewRequest() with { Candidates = [Candidate.OfRole("office")] }, Later).Task;
        Assert.Empty(office.Desk.Handle(report, Withdraw(report, open)).Problems);
        var claimed = office.Do(open, new ClaimTask { OperationId = "c", ExpectedRevision = 1, Actor = office.As(Chief), At = Later.AddMinutes(1) });
        office.Refused<NextMustNotHaveActed>(report, Withdraw(report, claimed));
    }

    [Fact]
    public void Should_refuse_to_take_back_when_nothing_waits_any_more()
    {
        var report = Reported();
        office.Refused<SomethingMustBeHeld>(report, Withdraw(report));
        office.Refused<ActorMustHaveRight>(report, Withdraw(report, Review()) with { Actor = office.As(Clerk) });
    }

    [Fact]
    public void Should_take_back_a_signers_answer_while_the_round_runs()
    {
        var task = office.Do(office.Opened(NewTask(Candidate.OfPerson(UnitHandler.Id)) with { RoundId = "r1", SeatId = "s1" }), CompleteOf("done", UnitHandler));
        var result = office.Desk.Handle(task, Withdraw(task) with { RoundIsRunning = true });
        Assert.Equal(new WithdrawAnswer("r1", "s1"), Assert.Single(result.FollowUps));
        Assert.Null(result.Task.ReturnReason);
        Assert.IsType<AnswerSeat>(Assert.Single(office.Desk.Handle(result.Task, Complete(UnitHandler, result.Task, "新", Later)).FollowUps));
    }

    private HumanTask Reported() => office.Do(office.Task(Candidate.OfPerson(UnitHandler.Id)), CompleteOf("done", UnitHandler));

    private CompleteTask CompleteOf(string outcome, Person person) =>
        new() { OperationId = "done", ExpectedRevision = 1, Actor = office.As(person), At = Now, OutcomeCode = outcome, Data = Text("初稿") };

    private HumanTask Review() => office.Desk.Open(ReviewRequest(), Later).Task;

    private static NewTask ReviewRequest() => NewTask(Candidate.OfPerson(Clerk.Id)) with { Id = "t2", Title = "审核自查报告", BookmarkId = "b2", Kind = "Approval" };

    private ReturnTask Return(HumanTask task, HumanTask target) =>
        new() { OperationId = "return", ExpectedRevision = task.Revision, Actor = office.As(Clerk), At = Later, TargetId = target.Id, Target = target, Reason = "数据未认定" };

    private static ReopenTask Reopen(ChangeOtherTask change) =>
        new() { OperationId = "reopen", Actor = Actor.System, At = Later, ByTaskId = change.ByTaskId, ByName = Clerk.Name, Reason = change.Reason };

    private WithdrawTask Withdraw(HumanTask task, params HumanTask[] next) =>
        new() { OperationId = "withdraw", ExpectedRevision = task.Revision, Actor = office.As(UnitHandler), At = Later, Reason = "附件传错", Next = next };

    private CompleteTask Complete(Person person, HumanTask task, string text, DateTimeOffset at) =>
        new() { OperationId = $"complete-{text}", ExpectedRevision = task.Revision, Actor = office.As(person), At = at, OutcomeCode = "done", Data = Text(text) };

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(new { text });
}
