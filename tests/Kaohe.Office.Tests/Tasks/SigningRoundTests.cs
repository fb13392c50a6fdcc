using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Rules;
using Kaohe.Office.Tasks.Signing;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Tasks;

/// <summary>How the sign modes meet each other, 加签, 减签, 退回, 撤回 and closing: one test a cell.</summary>
public sealed class SigningRoundTests
{
    private static readonly Person A = Leader;
    private static readonly Person B = Deputy;
    private static readonly Person C = Team;
    private static readonly Person D = Chief;
    private static readonly Person E = UnitHead;

    // ---- modes ----
    [Fact]
    public void Should_pass_会签_when_all_agree_and_not_before()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A, B, C).Agree(A).Agree(C);
        Assert.Equal((RoundState.Running, null), (round.Round.State, round.Resumed));
        round.Agree(B);
        Assert.Equal((RoundState.Passed, "agree", "b1"), (round.Round.State, round.Resumed!.OutcomeCode, round.Resumed.BookmarkId));
        Assert.Equal([A.Name, C.Name, B.Name], round.Resumed.Data!.Value.EnumerateArray().Select(answer => answer.GetProperty("signedBy").GetProperty("name").GetString()));
    }

    [Fact]
    public void Should_refuse_会签_at_the_first_refusal_and_free_the_others()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A, B, C).Agree(A).Disagree(B);
        Assert.Equal((RoundState.Refused, "disagree"), (round.Round.State, round.Resumed!.OutcomeCode));
        Assert.Equal(TaskState.NotNeeded, round.TaskOf(C).State);
        Assert.Empty(round.Turn);
    }

    [Theory]
    [InlineData(true, RoundState.Passed)]
    [InlineData(false, RoundState.Refused)]
    public void Should_decide_或签_by_the_first_answer(bool agrees, RoundState expected)
    {
        var round = GivenRound.Of(SigningMode.Any, 0, A, B);
        round = agrees ? round.Agree(B) : round.Disagree(B);
        Assert.Equal(expected, round.Round.State);
        Assert.Equal(TaskState.NotNeeded, round.TaskOf(A).State);
    }

    [Fact]
    public void Should_pass_n_of_m_when_n_agree_although_one_refused()
    {
        var round = GivenRound.Of(SigningMode.Count, 2, A, B, C).Disagree(A).Agree(B);
        Assert.Equal(RoundState.Running, round.Round.State);
        Assert.Equal(RoundState.Passed, round.Agree(C).Round.State);
    }

    [Fact]
    public void Should_refuse_n_of_m_when_n_can_be_reached_no_more() =>
        Assert.Equal(RoundState.Refused, GivenRound.Of(SigningMode.Count, 2, A, B, C).Disagree(A).Disagree(B).Round.State);

    [Fact]
    public void Should_ask_依次_one_after_the_other()
    {
        var round = GivenRound.Of(SigningMode.InTurn, 0, A, B, C);
        Assert.Equal([A.Name], round.Turn);
        Assert.Equal([B.Name], round.Agree(A).Turn);
        Assert.Equal([C.Name], round.Agree(B).Turn);
        Assert.Equal(RoundState.Passed, round.Agree(C).Round.State);
    }

    [Fact]
    public void Should_not_ask_the_next_when_依次_is_refused()
    {
        var round = GivenRound.Of(SigningMode.InTurn, 0, A, B).Disagree(A);
        Assert.Equal(RoundState.Refused, round.Round.State);
        Assert.Null(round.Round.Seats[1].TaskId);
    }

    [Fact]
    public void Should_find_the_proxy_when_the_turn_comes_not_before()
    {
        var round = GivenRound.Of(SigningMode.InTurn, 0, A, B);
        round.Office.WithDelegation(B, D);
        round.Agree(A);
        Assert.Equal([D.Name], round.Turn);
        round.Agree(D);
        Assert.Contains("3月2日 16:22 考核办副主任（代常务副部长） 同意：考核办副主任意见", round.History);
        Assert.Equal(D.Ref, round.Round.Seats[1].SignedBy);
    }

    [Fact]
    public void Should_tell_a_late_signer_that_the_others_have_decided()
    {
        var round = GivenRound.Of(SigningMode.Any, 0, A, B).Agree(A);
        var late = round.Try(B, new Kaohe.Office.Tasks.Commands.CompleteTask { OperationId = "late", ExpectedRevision = 1, Actor = round.Office.As(B), At = round.At, OutcomeCode = "agree" });
        Assert.Equal("其他签署人已于3月2日 16:21形成结果，不用再办理。", Assert.Single(late).Message);
    }

    [Fact]
    public void Should_name_every_fault_of_a_new_round_at_once()
    {
        SigningRound round = new() { Id = "r", Mode = SigningMode.Count, RequiredCount = 4, Template = NewTask(), Seats = SigningRound.SeatsFor([A.Ref, B.Ref, A.Ref]) };
        Assert.Equal([nameof(CountMustBeReachable), nameof(SignersMustDiffer)], SigningRound.Start(round).Problems.Select(problem => problem.Code));
        Assert.Equal(nameof(RoundMustHaveSigners), Assert.Single(SigningRound.Start(round with { Mode = SigningMode.All, Seats = [] }).Problems).Code);
    }

    // ---- 加签 ----
    [Fact]
    public void Should_let_the_signer_wait_for_those_added_before()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A, B).Add(A, SeatPlacement.Before, C);
        Assert.Equal(new[] { B.Name, C.Name }.Order(), round.Turn);
        Assert.Equal(TaskState.Waiting, round.TaskOf(A).State);
        round.Agree(C);
        Assert.Equal(new[] { A.Name, B.Name }.Order(), round.Turn);
        Assert.Equal(RoundState.Passed, round.Agree(A).Agree(B).Round.State);
        Assert.Contains("3月2日 16:21 市委组织部部长 前加签：第一考核组组长，请其把关", round.History);
    }

    [Fact]
    public void Should_ask_those_added_after_once_the_signer_has_agreed()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A).Add(A, SeatPlacement.After, C);
        Assert.Equal([A.Name], round.Turn);
        round.Agree(A);
        Assert.Equal((RoundState.Running, C.Name), (round.Round.State, Assert.Single(round.Turn)));
        Assert.Equal(RoundState.Passed, round.Agree(C).Round.State);
    }

    [Fact]
    public void Should_not_ask_those_added_after_when_the_signer_refuses()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A).Add(A, SeatPlacement.After, C).Disagree(A);
        Assert.Equal(RoundState.Refused, round.Round.State);
        Assert.Equal(SeatState.NotNeeded, round.Round.Seats[1].State);
    }

    [Theory]
    [InlineData(SigningMode.All, 0, RoundState.Running)]
    [InlineData(SigningMode.Any, 0, RoundState.Passed)]
    [InlineData(SigningMode.Count, 2, RoundState.Running)]
    [InlineData(SigningMode.InTurn, 0, RoundState.Running)]
    public void Should_count_one_added_beside_as_a_signer_of_the_mode(SigningMode mode, int required, RoundState afterOne)
    {
        var round = GivenRound.Of(mode, required, A, B).Add(A, SeatPlacement.Beside, C).Agree(C);
        Assert.Equal(afterOne, round.Round.State);
        if (mode == SigningMode.InTurn)
        {
            Assert.Equal([A.Name], round.Turn); // B waits for both of the first turn
            Assert.Equal([B.Name], round.Agree(A).Turn);
        }

        if (mode == SigningMode.Count)
        {
            Assert.Equal(RoundState.Passed, round.Agree(B).Round.State);
        }
    }

    [Theory]
    [InlineData(SigningMode.All, RoundState.Refused)]
    [InlineData(SigningMode.Any, RoundState.Refused)]
    [InlineData(SigningMode.Count, RoundState.Running)]
    [InlineData(SigningMode.InTurn, RoundState.Refused)]
    public void Should_take_a_refusal_by_one_added_before_as_the_signers_own(SigningMode mode, RoundState expected) =>
        Assert.Equal(expected, GivenRound.Of(mode, 1, A, B).Add(A, SeatPlacement.Before, C).Disagree(C).Round.State);

    [Theory]
    [InlineData(SigningMode.Any)]
    [InlineData(SigningMode.Count)]
    public void Should_not_count_a_signer_as_agreeing_while_one_added_after_is_asked(SigningMode mode)
    {
        var round = GivenRound.Of(mode, 1, A, B).Add(A, SeatPlacement.After, C).Agree(A);
        Assert.Equal(RoundState.Running, round.Round.State);
        Assert.Equal(RoundState.Passed, round.Agree(C).Round.State);
    }

    [Fact]
    public void Should_place_one_beside_an_added_signer_before_the_same_signer()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A).Add(A, SeatPlacement.Before, C).Add(C, SeatPlacement.Beside, D).Agree(C);
        Assert.Equal([D.Name], round.Turn);
        Assert.Equal([A.Name], round.Agree(D).Turn);
    }

    [Fact]
    public void Should_let_an_added_signer_add_others_in_turn()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A).Add(A, SeatPlacement.Before, C).Add(C, SeatPlacement.Before, D);
        Assert.Equal([D.Name], round.Turn);
        Assert.Equal([C.Name], round.Agree(D).Turn);
        Assert.Equal([A.Name], round.Agree(C).Turn);
    }

    [Fact]
    public void Should_make_a_round_around_a_single_task_when_its_person_adds_signers()
    {
        var round = new GivenRound().With(NewTask(Candidate.OfPerson(A.Id)) with { IsApproval = true }).Add(A, SeatPlacement.Before, B);
        Assert.Equal([B.Name], round.Turn);
        round.Agree(B).Agree(A);
        Assert.Equal((RoundState.Passed, "b1"), (round.Round.State, round.Resumed!.BookmarkId));
    }

    [Fact]
    public void Should_refuse_to_add_who_signs_already_who_submitted_or_who_has_left()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A, B);
        Assert.Equal(nameof(AddedSignersMustBeNew), Assert.Single(round.Try(A, round.Adding(A, SeatPlacement.Before, B))).Code);
        Assert.Equal(nameof(ApproverMustNotBeSubmitter), Assert.Single(round.Try(A, round.Adding(A, SeatPlacement.Before, Clerk))).Code);
        Assert.Equal(nameof(TargetMustBeActive), Assert.Single(round.Try(A, round.Adding(A, SeatPlacement.Before, Gone))).Code);
    }

    // ---- 减签 ----
    [Fact]
    public void Should_let_who_added_a_signer_take_them_away_again()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A).Add(A, SeatPlacement.Before, C).Remove(A, C);
        Assert.Equal([A.Name], round.Turn);
        Assert.Equal(TaskState.NotNeeded, round.TaskOf(C).State);
        Assert.Contains("3月2日 16:22 市委组织部部长 减签：第一考核组组长，不需要", round.History);
    }

    [Fact]
    public void Should_take_away_with_a_signer_those_they_added()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A).Add(A, SeatPlacement.Before, C).Add(C, SeatPlacement.Before, D).Remove(A, C);
        Assert.Equal([A.Name], round.Turn);
        Assert.Equal(TaskState.NotNeeded, round.TaskOf(D).State);
    }

    [Fact]
    public void Should_let_only_the_office_take_away_an_original_signer()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A, B);
        Assert.Equal(nameof(OnlyAdderOrOfficeMayRemove), Assert.Single(round.Try(A, round.Removing(A, B))).Code);
        round.Run(B, (operation, task) => round.Removing(A, B) with { OperationId = operation, ExpectedRevision = task.Revision, Actor = round.Office.As(Chief) });
        Assert.Equal(RoundState.Passed, round.Agree(A).Round.State);
    }

    [Fact]
    public void Should_pass_when_the_one_signer_still_missing_is_taken_away() =>
        Assert.Equal(RoundState.Passed, GivenRound.Of(SigningMode.All, 0, A).Add(A, SeatPlacement.Beside, C).Agree(A).Remove(A, C).Round.State);

    [Fact]
    public void Should_leave_enough_signers_for_a_decision()
    {
        var office = GivenRound.Of(SigningMode.Count, 2, A, B);
        Assert.Contains("至少2人", Assert.Single(office.Try(B, office.Removing(A, B) with { Actor = office.Office.As(Chief) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_take_away_an_answer_that_was_given()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A).Add(A, SeatPlacement.Beside, C).Agree(C);
        Assert.Equal(nameof(SeatMustBePending), Assert.Single(round.Try(A, round.Removing(A, C))).Code);
    }

    // ---- 退回 inside a round ----
    [Theory]
    [InlineData(SigningMode.All)]
    [InlineData(SigningMode.Any)]
    [InlineData(SigningMode.Count)]
    public void Should_let_all_signers_wait_while_the_matter_is_sent_back(SigningMode mode)
    {
        var round = Submitted().Start(mode, 2, [A, B, C]);
        round.Return(A, round.TaskOf(UnitHandler));
        Assert.Equal((RoundState.Paused, UnitHandler.Name), (round.Round.State, Assert.Single(round.Turn)));
        Assert.All([A, B, C], signer => Assert.Equal(TaskState.Suspended, round.TaskOf(signer).State));
        round.Do(UnitHandler, "done");
        Assert.Equal(new[] { A.Name, B.Name, C.Name }.Order(), round.Turn);
        Assert.Equal(RoundState.Running, round.Round.State);
    }

    [Fact]
    public void Should_come_straight_back_to_who_sent_it_and_keep_earlier_answers()
    {
        var round = Submitted().Start(SigningMode.InTurn, 0, [A, B, C]);
        round.Agree(A).Return(B, round.TaskOf(UnitHandler)).Do(UnitHandler, "done");
        Assert.Equal([B.Name], round.Turn);
        Assert.Equal(SeatState.Agreed, round.Round.Seats[0].State);
        Assert.Equal(RoundState.Passed, round.Agree(B).Agree(C).Round.State);
    }

    [Theory]
    [InlineData(SigningMode.All)]
    [InlineData(SigningMode.InTurn)]
    public void Should_ask_everybody_again_after_a_return_when_the_round_says_so(SigningMode mode)
    {
        var round = Submitted().Start(mode, 0, [A, B], AnswersAfterReturn.AskAgain);
        round.Agree(A).Return(B, round.TaskOf(UnitHandler)).Do(UnitHandler, "done");
        Assert.Equal(mode == SigningMode.All ? new[] { A.Name, B.Name }.Order() : [A.Name], round.Turn);
        Assert.Equal(RoundState.Passed, round.Agree(A).Agree(B).Round.State);
        Assert.Equal("r1-1-2", round.Round.Seats[0].TaskId);
    }

    [Fact]
    public void Should_take_the_new_answer_of_a_fellow_signer_to_whom_it_was_sent_back()
    {
        var round = GivenRound.Of(SigningMode.InTurn, 0, A, B);
        round.Agree(A).Return(B, round.TaskOf(A));
        Assert.Equal([A.Name], round.Turn);
        round.Disagree(A);
        Assert.Equal((RoundState.Refused, "disagree"), (round.Round.State, round.Resumed!.OutcomeCode));
        Assert.Equal(TaskState.NotNeeded, round.TaskOf(B).State);
    }

    [Fact]
    public void Should_send_back_from_a_signer_added_to_a_会签()
    {
        var round = Submitted().Start(SigningMode.All, 0, [A, B]);
        round.Add(A, SeatPlacement.Before, C).Return(C, round.TaskOf(UnitHandler));
        Assert.Equal(TaskState.Waiting, round.TaskOf(A).State);
        Assert.Equal(TaskState.Suspended, round.TaskOf(B).State);
        round.Do(UnitHandler, "done");
        Assert.Equal(new[] { B.Name, C.Name }.Order(), round.Turn);
        Assert.Equal(RoundState.Passed, round.Agree(C).Agree(A).Agree(B).Round.State);
    }

    [Fact]
    public void Should_refuse_to_add_or_take_away_while_sent_back()
    {
        var round = Submitted().Start(SigningMode.All, 0, [A, B]);
        round.Return(A, round.TaskOf(UnitHandler));
        Assert.Contains(round.Try(B, round.Removing(B, A) with { Actor = round.Office.As(Chief) }), problem => problem.Code == nameof(RoundMustRun));
        Assert.Contains(round.Try(B, round.Adding(B, SeatPlacement.Before, C) with { Actor = round.Office.As(Chief) }), problem => problem.Code == nameof(RoundMustRun));
    }

    // ---- 撤回, closing, handing over ----
    [Fact]
    public void Should_take_an_answer_back_while_the_next_has_not_acted()
    {
        var round = GivenRound.Of(SigningMode.InTurn, 0, A, B).Agree(A).Withdraw(A);
        Assert.Equal([A.Name], round.Turn);
        Assert.Equal(TaskState.Waiting, round.TaskOf(B).State);
        Assert.Equal([B.Name], round.Agree(A).Turn);
        Assert.Equal(RoundState.Passed, round.Agree(B).Round.State);
    }

    [Fact]
    public void Should_count_a_signer_no_more_whose_task_the_office_closes()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A, B).Close(B);
        Assert.Equal(RoundState.Running, round.Round.State);
        Assert.Equal((RoundState.Passed, "agree"), (round.Agree(A).Round.State, round.Resumed!.OutcomeCode));
    }

    [Theory]
    [InlineData(SigningMode.All, 0)]
    [InlineData(SigningMode.Count, 1)]
    public void Should_close_the_round_when_nobody_is_left_to_answer(SigningMode mode, int required)
    {
        var round = GivenRound.Of(mode, required, A, B).Close(A).Close(B);
        Assert.Equal((RoundState.Closed, "closed"), (round.Round.State, round.Resumed!.OutcomeCode));
    }

    [Fact]
    public void Should_free_those_added_before_a_signer_whose_task_the_office_closes()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A, B).Add(A, SeatPlacement.Before, C).Close(A);
        Assert.Equal([B.Name], round.Turn);
        Assert.Equal(TaskState.NotNeeded, round.TaskOf(C).State);
    }

    [Fact]
    public void Should_let_the_others_go_on_when_the_office_closes_the_task_that_sent_it_back()
    {
        var round = Submitted().Start(SigningMode.All, 0, [A, B]);
        round.Return(A, round.TaskOf(UnitHandler)).Close(A);
        Assert.Equal(new[] { B.Name, UnitHandler.Name }.Order(), round.Turn);
        round.Do(UnitHandler, "done"); // nobody waits for it any more
        Assert.Equal(RoundState.Passed, round.Agree(B).Round.State);
    }

    [Fact]
    public void Should_close_another_signers_task_while_the_matter_is_sent_back()
    {
        var round = Submitted().Start(SigningMode.All, 0, [A, B]);
        round.Return(A, round.TaskOf(UnitHandler)).Close(B);
        Assert.Equal((RoundState.Paused, SeatState.Removed), (round.Round.State, round.Round.Seats[1].State));
        round.Do(UnitHandler, "done");
        Assert.Equal([A.Name], round.Turn);
        Assert.Equal(RoundState.Passed, round.Agree(A).Round.State);
    }

    [Fact]
    public void Should_record_who_signed_when_a_signer_handed_over()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A).HandOver(A, E).Agree(E);
        Assert.Equal((A.Ref, E.Ref, RoundState.Passed), (round.Round.Seats[0].Person, round.Round.Seats[0].SignedBy, round.Round.State));
    }

    [Fact]
    public void Should_only_record_a_new_answer_after_the_round_has_ended()
    {
        var round = GivenRound.Of(SigningMode.All, 0, A, B).Agree(A).Agree(B);
        round.With(NewTask(Candidate.OfPerson(C.Id)) with { Id = "next", BookmarkId = "b2" });
        round.Return(C, round.TaskOf(A)).Do(A, "agree");
        Assert.Equal(RoundState.Passed, round.Round.State);
        Assert.Single(round.Outward, effect => effect.FollowUp is UpdateWorkflowOutput);
        Assert.Equal([C.Name], round.Turn);
        Assert.Equal("b1", round.Resumed!.BookmarkId);
    }

    private static GivenRound Submitted()
    {
        var round = new GivenRound();
        return round.With(NewTask(Candidate.OfPerson(UnitHandler.Id)) with { Id = "submit", BookmarkId = "b0" }).Do(UnitHandler, "done").Forget();
    }
}
