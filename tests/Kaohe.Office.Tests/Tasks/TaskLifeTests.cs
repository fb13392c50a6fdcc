using System.Text.Json;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Office.Tasks.Rules;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Tasks;

public sealed class TaskLifeTests
{
    private readonly GivenOffice office = new();

    [Fact]
    public void Should_give_a_task_with_one_candidate_to_that_person_at_once()
    {
        var result = office.Desk.Open(NewTask(Candidate.OfPost("dingxiang", "handler")), Now);
        Assert.Equal((TaskState.Assigned, UnitHandler.Id), (result.Task.State, result.Task.AssigneeId));
        Assert.Equal(OfficeTime.EndOf(new DateOnly(2026, 3, 9)), result.Task.DueAt);
        Assert.Equal("3月2日 16:20 系统 发起：交定襄县经办人办理", Assert.Single(result.Events).Line);
        var notice = Assert.IsType<NotifyPeople>(Assert.Single(result.FollowUps));
        Assert.Equal((NoticeKind.TaskGiven, UnitHandler.Id), (notice.Kind, Assert.Single(notice.PersonIds)));
    }

    [Fact]
    public void Should_open_a_task_with_several_candidates_for_them_to_claim()
    {
        var task = office.Task(Candidate.OfUnit("dingxiang"));
        Assert.Equal((TaskState.Open, null), (task.State, task.AssigneeId));
    }

    [Fact]
    public void Should_name_every_fault_of_a_new_task_at_once()
    {
        var result = office.Desk.Open(NewTask() with { Title = " ", Outcomes = [TaskOutcome.Done, TaskOutcome.Done] }, Now);
        Assert.Equal([nameof(TaskMustHaveTitle), nameof(OutcomesMustDiffer), nameof(SomebodyMustBeFound)], result.Problems.Select(problem => problem.Code));
        Assert.Empty(result.Events);
    }

    [Fact]
    public void Should_let_a_candidate_claim_and_put_back()
    {
        var claimed = office.Do(office.Task(Candidate.OfUnit("dingxiang")), Claim(UnitHandler, 1));
        Assert.Equal((TaskState.Assigned, UnitHandler.Id, 2), (claimed.State, claimed.AssigneeId, claimed.Revision));

        var released = office.Do(claimed, new ReleaseTask { OperationId = "o2", ExpectedRevision = 2, Actor = office.As(UnitHandler), At = Now });
        Assert.Equal((TaskState.Open, null), (released.State, released.AssigneeId));
        Assert.Contains(UnitHandler.Id, released.ParticipantIds);
    }

    [Fact]
    public void Should_refuse_to_put_back_what_nobody_else_could_claim() =>
        office.Refused<SomebodyElseMustBeAbleToClaim>(Mine(), new ReleaseTask { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(UnitHandler), At = Now });

    [Fact]
    public void Should_tell_a_late_click_who_has_claimed_and_when()
    {
        var claimed = office.Do(office.Task(Candidate.OfUnit("dingxiang")), Claim(UnitHandler, 1));
        Assert.Equal("已由他人处理：定襄县经办人于3月2日 16:20签收。", office.Refused<TaskMustNotBeHandledByOthers>(claimed, Claim(UnitHandler2, 1, "o2")));
    }

    [Fact]
    public void Should_tell_a_late_click_who_has_completed_and_when()
    {
        var done = office.Do(Mine(), Complete(UnitHandler, 1));
        Assert.Equal("您已于3月2日 16:20办理过（完成），不用再办理。", office.Refused<TaskMustNotBeHandledByOthers>(done, Complete(UnitHandler, 1, "o2")));
        Assert.Equal("已由他人处理：定襄县经办人于3月2日 16:20办理（完成）。", office.Refused<TaskMustNotBeHandledByOthers>(done, Complete(UnitHead, 1, "o3")));
    }

    [Fact]
    public void Should_complete_with_data_and_resume_the_flow()
    {
        var result = office.Desk.Handle(Mine(), Complete(UnitHandler, 1) with { Data = Json("""{"完成率":96.5}"""), Opinion = "已核对" });
        Assert.Equal((TaskState.Completed, "done", UnitHandler.Name), (result.Task.State, result.Task.OutcomeCode, result.Task.EndedByName));
        Assert.Equal(96.5m, result.Task.Data!.Value.GetProperty("完成率").GetDecimal());
        Assert.Equal("3月2日 16:20 定襄县经办人 完成：已核对", Assert.Single(result.Events).Line);
        var resume = Assert.IsType<ResumeWorkflow>(Assert.Single(result.FollowUps));
        Assert.Equal(("i1", "a1", "b1", "done"), (resume.InstanceId, resume.ActivityExecutionId, resume.BookmarkId, resume.OutcomeCode));
    }

    [Fact]
    public void Should_name_every_fault_of_a_completion_at_once_with_those_of_the_form()
    {
        var task = office.Opened(NewTask(Candidate.OfPerson(Leader.Id)) with { IsApproval = true });
        var command = Complete(Leader, 1) with { OutcomeCode = "disagree", Findings = [new Problem("FieldRequired", "data.reason", "请填写。")] };
        Assert.Equal([nameof(OpinionMustBeGiven), "FieldRequired"], office.Desk.Handle(task, command).Problems.Select(problem => problem.Code));
        Assert.Contains("请选择：同意、不同意", office.Refused<OutcomeMustBeOffered>(task, command with { OutcomeCode = "done" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_keep_a_draft_for_the_assignee_alone()
    {
        var draft = office.Desk.Handle(Mine(), new SaveDraft { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(UnitHandler), At = Now, Data = Json("""{"a":1}""") });
        Assert.Empty(draft.Events);
        Assert.Equal(1, draft.Task.Draft!.Value.GetProperty("a").GetInt32());
        Assert.NotNull(TaskAccess.Show(draft.Task, TaskAccess.Of(draft.Task, office.As(UnitHandler)).Rights)!.Draft);
        Assert.Null(TaskAccess.Show(draft.Task, TaskAccess.Of(draft.Task, office.As(UnitHead)).Rights)!.Draft);
        Assert.Null(TaskAccess.Show(draft.Task, TaskAccess.Of(draft.Task, office.As(Clerk)).Rights)!.Draft);
    }

    [Fact]
    public void Should_do_nothing_twice_for_one_operation()
    {
        var first = office.Desk.Handle(Mine(), Complete(UnitHandler, 1));
        var again = office.Desk.Handle(first.Task, Complete(UnitHandler, 1) with { At = Now.AddMinutes(5) });
        Assert.True(again.IsRepeat);
        Assert.True(again.IsDone);
        Assert.Same(first.Task, again.Task);
        Assert.Empty(again.Events);
        Assert.Empty(again.FollowUps);
    }

    [Fact]
    public void Should_refuse_one_operation_id_for_two_intentions()
    {
        var task = office.Do(Mine(), new UrgeTask { OperationId = "o1", Actor = office.As(Clerk), At = Now });
        office.Refused<OperationMustBeNew>(task, Complete(UnitHandler, 1, "o1"));
        office.Refused<OperationMustBeNew>(task, new UrgeTask { OperationId = "o1", Actor = office.As(Clerk), At = Now, Message = "另一句话" });
    }

    [Fact]
    public void Should_remember_only_the_last_operations_and_still_refuse_an_old_retry()
    {
        var task = office.Task(Candidate.OfPerson(UnitHandler.Id));
        for (var i = 1; i <= 40; i++)
        {
            task = office.Do(task, new SaveDraft { OperationId = $"d{i}", ExpectedRevision = i, Actor = office.As(UnitHandler), At = Now, Data = Json("{}") });
        }

        Assert.Equal(32, task.Operations.Count);
        office.Refused<RevisionMustMatch>(task, new SaveDraft { OperationId = "d1", ExpectedRevision = 1, Actor = office.As(UnitHandler), At = Now, Data = Json("{}") });
    }

    [Fact]
    public void Should_refuse_a_command_made_for_an_older_revision()
    {
        var drafted = office.Do(Mine(), new SaveDraft { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(UnitHandler), At = Now, Data = Json("{}") });
        Assert.Equal(
            "内容已有变化（您看到的是第1版，现在是第2版），请刷新页面后再操作。",
            office.Refused<RevisionMustMatch>(drafted, Complete(UnitHandler, 1, "o2")));
        office.Refused<RevisionMustMatch>(drafted, Complete(UnitHandler, 1, "o3") with { ExpectedRevision = null });
    }

    [Fact]
    public void Should_not_disturb_the_person_who_fills_in_the_form()
    {
        var task = office.Do(Mine(), new UrgeTask { OperationId = "o1", Actor = office.As(Clerk), At = Now });
        task = office.Do(task, new AddComment { OperationId = "o2", Actor = office.As(Clerk), At = Now, Text = "请附佐证材料" });
        task = office.Do(task, new ChangeDeadline { OperationId = "o3", Actor = office.As(Clerk), At = Now, Date = new(2026, 3, 12), Reason = "等统计数据" });
        task = office.Do(task, new CopyTask { OperationId = "o4", Actor = office.As(UnitHandler), At = Now, ToIds = [UnitHead.Id] });
        Assert.Equal((1, 5), (task.Revision, task.Version));
        Assert.Equal(TaskState.Completed, office.Do(task, Complete(UnitHandler, 1, "o5")).State);
    }

    [Fact]
    public void Should_hand_over_for_good_with_a_reason()
    {
        var command = HandOver(UnitHandler, UnitHandler2, "数据由统计员负责");
        var result = office.Desk.Handle(Mine(), command);
        Assert.Equal((UnitHandler2.Id, TaskState.Assigned, null), (result.Task.AssigneeId, result.Task.State, result.Task.OwnerId));
        Assert.Equal("3月2日 16:20 定襄县经办人 转办：交定襄县统计员，数据由统计员负责", Assert.Single(result.Events).Line);
        Assert.Equal(
            [nameof(TargetMustBeAnother), nameof(ReasonMustBeGiven)],
            office.Desk.Handle(Mine(), command with { ToId = UnitHandler.Id, Reason = "" }).Problems.Select(problem => problem.Code));
        Assert.Equal("退休老同志已不在岗，请另选人员。", office.Refused<TargetMustBeActive>(Mine(), command with { ToId = Gone.Id }));
        office.Refused<TargetMustBeActive>(Mine(), command with { ToId = "nobody" });
    }

    [Fact]
    public void Should_hand_over_to_the_proxy_of_who_is_away()
    {
        office.WithDelegation(UnitHandler2, UnitHead);
        var task = office.Do(Mine(), HandOver(UnitHandler, UnitHandler2, "数据由统计员负责"));
        Assert.Equal((UnitHead.Id, UnitHandler2.Name), (task.AssigneeId, task.PrincipalName));
        Assert.Equal("3月2日 16:20 定襄县主要负责人（代定襄县统计员） 完成", Assert.Single(office.Desk.Handle(task, Complete(UnitHead, 2, "o2")).Events).Line);
    }

    [Fact]
    public void Should_lend_a_task_and_get_it_back()
    {
        var lent = office.Do(Mine(), new DelegateTask { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(UnitHandler), At = Now, ToId = UnitHandler2.Id, Reason = "请填数据" });
        Assert.Equal((TaskState.Delegated, UnitHandler2.Id, UnitHandler.Id), (lent.State, lent.AssigneeId, lent.OwnerId));
        Assert.Contains("请先交回定襄县经办人", office.Refused<TaskMustNotBeLent>(lent, Complete(UnitHandler2, 2, "o2")), StringComparison.Ordinal);
        office.Refused<TaskMustNotBeHandledByOthers>(lent, Complete(UnitHandler, 2, "o3"));
        office.Refused<TaskMustNotBeLent>(lent, HandOver(UnitHandler2, UnitHead, "x") with { ExpectedRevision = 2, OperationId = "o9" });

        var back = office.Desk.Handle(lent, new GiveBackTask { OperationId = "o4", ExpectedRevision = 2, Actor = office.As(UnitHandler2), At = Now, Note = "数据已填" });
        Assert.Equal((TaskState.Assigned, UnitHandler.Id, null), (back.Task.State, back.Task.AssigneeId, back.Task.OwnerId));
        Assert.Equal("3月2日 16:20 定襄县统计员 交回：数据已填", Assert.Single(back.Events).Line);

        var called = office.Desk.Handle(lent, new GiveBackTask { OperationId = "o5", ExpectedRevision = 2, Actor = office.As(UnitHandler), At = Now });
        Assert.Equal("3月2日 16:20 定襄县经办人 收回委派", Assert.Single(called.Events).Line);
    }

    [Fact]
    public void Should_limit_urging_per_day()
    {
        var task = office.Do(Mine(), Urge("o1", Now));
        task = office.Do(task, Urge("o2", Now.AddHours(1)));
        Assert.Contains("每天最多2次", office.Refused<UrgesMustStayWithinDailyLimit>(task, Urge("o3", Now.AddHours(2))), StringComparison.Ordinal);
        Assert.Equal(3, office.Do(task, Urge("o4", Now.AddDays(1))).UrgedAt.Count);
        office.Refused<TaskMustBeLive>(office.Do(Mine(), Complete(UnitHandler, 1)), Urge("o5", Now));
    }

    [Fact]
    public void Should_change_a_deadline_only_to_a_coming_working_day_with_a_reason()
    {
        ChangeDeadline command = new() { OperationId = "o1", Actor = office.As(Clerk), At = Now, Date = new(2026, 3, 12), Reason = "等统计数据" };
        var result = office.Desk.Handle(Mine(), command);
        Assert.Equal(OfficeTime.EndOf(new(2026, 3, 12)), result.Task.DueAt);
        Assert.Equal("3月2日 16:20 考核办经办人 改期限：3月9日改为3月12日，等统计数据", Assert.Single(result.Events).Line);
        Assert.Equal(
            ["DeadlineMustBeWorkingDay", "DeadlineMustNotBePast", "ReasonMustBeGiven"],
            office.Desk.Handle(Mine(), command with { Date = new(2026, 2, 22), Reason = " " }).Problems.Select(problem => problem.Code));
        Assert.Contains("只有考核办能操作", office.Refused<ActorMustHaveRight>(Mine(), command with { Actor = office.As(UnitHandler) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_let_the_office_substitute_close_and_cancel_with_a_reason()
    {
        var substituted = office.Desk.Handle(Mine(), new SubstituteAssignee { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(Clerk), At = Now, ToId = UnitHandler2.Id, Reason = "人员调整" });
        Assert.Equal("3月2日 16:20 考核办经办人 换人：定襄县经办人换为交定襄县统计员，人员调整", Assert.Single(substituted.Events).Line);
        Assert.Equal(UnitHandler2.Id, substituted.Task.AssigneeId);

        var closed = office.Desk.Handle(Mine(), new CloseTask { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(Clerk), At = Now, Reason = "单位撤并" });
        Assert.Equal((TaskState.Closed, "closed", "考核办关闭"), (closed.Task.State, closed.Task.OutcomeCode, closed.Task.OutcomeLabel));
        Assert.Equal("closed", Assert.Single(closed.FollowUps.OfType<ResumeWorkflow>()).OutcomeCode);

        var cancelled = office.Desk.Handle(Mine(), new CancelTask { OperationId = "o1", Actor = Actor.System, At = Now, Reason = "流程已取消" });
        Assert.Equal(TaskState.Cancelled, cancelled.Task.State);
        Assert.Empty(cancelled.FollowUps.OfType<ResumeWorkflow>());
        Assert.Equal("任务已于3月2日 16:20取消，不用再办理。", office.Refused<TaskMustNotBeHandledByOthers>(cancelled.Task, Complete(UnitHandler, 2, "o2")));
    }

    [Fact]
    public void Should_comment_with_mentions_who_may_then_read_the_task()
    {
        var task = Mine();
        Assert.False(TaskAccess.Of(task, office.As(Team)).Allows(TaskRights.ReadHeader));
        var result = office.Desk.Handle(task, new AddComment { OperationId = "o1", Actor = office.As(UnitHandler), At = Now, Text = "请看附件", MentionIds = [Team.Id] });
        Assert.True(TaskAccess.Of(result.Task, office.As(Team)).Allows(TaskRights.Read));
        Assert.Equal(NoticeKind.Mentioned, Assert.IsType<NotifyPeople>(Assert.Single(result.FollowUps)).Kind);
        office.Refused<TextMustBeGiven>(task, new AddComment { OperationId = "o1", Actor = office.As(UnitHandler), At = Now, Text = " " });
    }

    [Fact]
    public void Should_not_let_a_mention_open_a_confidential_task()
    {
        var task = office.Opened(NewTask(Candidate.OfPerson(Team.Id)) with { IsConfidential = true, Requester = Clerk.Ref });
        var reader = office.Do(task, new CopyTask { OperationId = "o0", Actor = office.As(Team), At = Now, ToIds = [Leader.Id] });
        AddComment comment = new() { OperationId = "o1", Actor = office.As(Leader), At = Now, Text = "请看", MentionIds = [UnitHead.Id] };
        office.Refused<MentionMustKeepConfidence>(reader, comment);
        Assert.Contains(UnitHead.Id, office.Do(reader, comment with { Actor = office.As(Team) }).CopiedToIds);
    }

    [Fact]
    public void Should_answer_as_if_there_were_no_task_to_who_may_not_see_it()
    {
        Assert.Equal("没有这个任务，或者您无权查看。", office.Refused<TaskMustBeVisible>(Mine(), Complete(OtherUnit, 1)));
        Assert.Equal("没有这个任务，或者您无权查看。", office.Refused<TaskMustBeVisible>(Mine(), Urge("o1", Now) with { Actor = office.As(OtherUnit) }));
    }

    [Fact]
    public void Should_survive_storage_as_json()
    {
        var task = office.Do(Mine(), new SaveDraft { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(UnitHandler), At = Now, Data = Json("""{"指标":"生产总值"}""") });
        var json = JsonSerializer.Serialize(task, OfficeJson.Options);
        Assert.Contains("生产总值", json, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"assigned\"", json, StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<HumanTask>(json, OfficeJson.Options), OfficeJson.Options));

        var result = office.Desk.Handle(task, Complete(UnitHandler, 2, "o2"));
        var followUps = JsonSerializer.Serialize(result.FollowUps, OfficeJson.Options);
        Assert.IsType<ResumeWorkflow>(Assert.Single(JsonSerializer.Deserialize<List<TaskFollowUp>>(followUps, OfficeJson.Options)!));
    }

    [Fact]
    public void Should_let_one_candidate_claim_from_a_list_without_having_seen_the_page()
    {
        var open = office.Task(Candidate.OfUnit("dingxiang"));
        var claimed = office.Desk.Handle(open, Claim(UnitHandler, 1) with { ExpectedRevision = null });
        Assert.Equal((TaskState.Assigned, UnitHandler.Id), (claimed.Task.State, claimed.Task.AssigneeId));

        var late = office.Desk.Handle(claimed.Task, Claim(UnitHead, 1, "o2") with { ExpectedRevision = null });
        Assert.NotEmpty(late.Problems);
    }

    private HumanTask Mine() => office.Task(Candidate.OfPost("dingxiang", "handler"));

    private ClaimTask Claim(Person person, long revision, string operation = "o1") =>
        new() { OperationId = operation, ExpectedRevision = revision, Actor = office.As(person), At = Now };

    private CompleteTask Complete(Person person, long revision, string operation = "o1") =>
        new() { OperationId = operation, ExpectedRevision = revision, Actor = office.As(person), At = Now, OutcomeCode = "done" };

    private HandOverTask HandOver(Person from, Person to, string reason) =>
        new() { OperationId = "o1", ExpectedRevision = 1, Actor = office.As(from), At = Now, ToId = to.Id, Reason = reason };

    private UrgeTask Urge(string operation, DateTimeOffset at) => new() { OperationId = operation, Actor = office.As(Clerk), At = at };

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
