namespace Kaohe.Office.Tasks.Signing;

/// <summary>After any change: whose turn is it, and is the round decided?</summary>
internal static class RoundSettling
{
    public static RoundChange Settle(SigningRound changed, SigningRound before)
    {
        var round = changed with { Version = before.Version + 1 };
        return Decide(round) switch
        {
            RoundState.Running => Turn(round, before),
            var decided => End(round, before, decided),
        };
    }

    // Tasks of seats that counted before and do not now. A seat the office closed has no open task any more: it carries an outcome.
    public static IEnumerable<ChangeOtherTask> Dropped(SigningRound round, SigningRound before) =>
        from seat in round.Seats
        where seat is { State: SeatState.Removed or SeatState.NotNeeded, TaskId: not null, OutcomeCode: null }
            && before.Seat(seat.Id) is { IsPending: true }
        select new ChangeOtherTask(
            seat.TaskId!,
            OtherTaskChange.Drop,
            seat.TaskId!,
            seat.State == SeatState.Removed ? "已减签" : "其他签署人已形成结果");

    private static RoundState Decide(SigningRound round)
    {
        SeatTree tree = new(round.Mode, round.Seats);
        var (agreed, refused, pending) = (tree.AgreedBranches, tree.RefusedBranches, tree.PendingBranches);
        return round.Mode switch
        {
            SigningMode.Any when agreed > 0 => RoundState.Passed,
            SigningMode.Count when agreed >= round.RequiredCount => RoundState.Passed,
            SigningMode.Count when agreed + pending >= round.RequiredCount => RoundState.Running,
            _ when refused > 0 => RoundState.Refused,
            SigningMode.Count => RoundState.Closed,
            _ when pending > 0 => RoundState.Running,
            _ => agreed > 0 ? RoundState.Passed : RoundState.Closed,
        };
    }

    private static RoundChange Turn(SigningRound round, SigningRound before)
    {
        SeatTree tree = new(round.Mode, round.Seats);
        List<TaskFollowUp> after = [.. Dropped(round, before)];
        List<SigningSeat> seats = [];
        foreach (var seat in round.Seats)
        {
            var turn = seat.IsPending && tree.HasTurn(seat);
            var next = (seat.State, turn) switch
            {
                (SeatState.Waiting, true) when seat.TaskId is null => seat with { State = SeatState.Open, Attempt = seat.Attempt + 1, TaskId = $"{round.Id}-{seat.Id}-{seat.Attempt + 1}" },
                (SeatState.Waiting, true) => seat with { State = SeatState.Open },
                (SeatState.Open, false) => seat with { State = SeatState.Waiting },
                _ => seat,
            };
            seats.Add(next);
            if (next != seat)
            {
                after.Add((seat.TaskId, next.State) switch
                {
                    (null, _) => new OpenSeatTask(round.Id, seat.Id, next.TaskId!, seat.Person.Id),
                    (_, SeatState.Open) => new ChangeOtherTask(next.TaskId!, OtherTaskChange.TakeTurn, next.TaskId!, "前面的签署人已办理"),
                    _ => new ChangeOtherTask(next.TaskId!, OtherTaskChange.Wait, next.TaskId!, "等待前面的签署人办理"),
                });
            }
        }

        return new(round with { Seats = seats }, after, []);
    }

    private static RoundChange End(SigningRound round, SigningRound before, RoundState decided)
    {
        var wanted = decided == RoundState.Refused ? SeatState.Refused : SeatState.Agreed;
        var outcome = round.Seats.Where(seat => seat.State == wanted).MaxBy(seat => seat.AnswerNumber)?.OutcomeCode;
        var ended = round with
        {
            State = decided,
            Seats = [.. round.Seats.Select(seat => seat.IsPending ? seat with { State = SeatState.NotNeeded } : seat)],
        };
        return new(
            ended,
            [
                .. Dropped(ended, before),
                new ResumeWorkflow(
                    round.InstanceId,
                    round.ActivityExecutionId,
                    round.BookmarkId,
                    decided == RoundState.Closed ? TaskOutcome.ClosedByOffice.Code : outcome ?? TaskOutcome.ClosedByOffice.Code,
                    ended.Answers()),
            ],
            []);
    }
}
