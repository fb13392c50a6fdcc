using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;

namespace Kaohe.Server.Tasks.Reading;

/// <summary>One signer of a round as the page shows it, added ones below those they were added to.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="Name">Who signs; with who answered, when that is somebody else.</param>
/// <param name="Depth">0 for a signer of the flow or beside one, 1 for one added before or after, and so on.</param>
/// <param name="Placement">How the signer was added, in Chinese with who did it; none for an original one.</param>
/// <param name="State">Where the seat stands.</param>
/// <param name="Answer">The answer with its opinion; none while there is none.</param>
/// <param name="IsMine">Whether it is the seat of the task that is shown.</param>
/// <param name="MayRemove">Whether the reader may take the signer away.</param>
public sealed record SignerLine(string SeatId, string Name, int Depth, string? Placement, SeatState State, string? Answer, bool IsMine, bool MayRemove)
{
    internal static IReadOnlyList<SignerLine> Of(SigningRound round, HumanTask task, Actor actor)
    {
        var roots = round.Seats.Where(seat => seat.AnchorId is null || round.Seat(seat.AnchorId) is null).OrderBy(seat => round.Mode == SigningMode.InTurn ? seat.Order : 0);
        return [.. roots.SelectMany(root => Branch(root, 0))];

        IEnumerable<SignerLine> Branch(SigningSeat seat, int depth)
        {
            foreach (var line in Added(seat, SeatPlacement.Before, depth))
            {
                yield return line;
            }

            yield return Line(seat, depth);
            foreach (var line in Added(seat, SeatPlacement.After, depth))
            {
                yield return line;
            }
        }

        IEnumerable<SignerLine> Added(SigningSeat seat, SeatPlacement placement, int depth) =>
            round.Seats.Where(one => one.AnchorId == seat.Id && one.Placement == placement).SelectMany(one => Branch(one, depth + 1));

        SignerLine Line(SigningSeat seat, int depth) => new(
            seat.Id,
            seat.SignedBy is { } by && by.Id != seat.Person.Id ? $"{seat.Person.Name}（{by.Name}办理）" : seat.Person.Name,
            depth,
            seat.Placement is { } how ? $"{seat.AddedBy?.Name}{how switch { SeatPlacement.Before => "前加签", SeatPlacement.After => "后加签", _ => "并加签" }}" : null,
            seat.State,
            AnswerOf(round, seat),
            seat.Id == task.SeatId,
            round.MayRemove(seat.Id, actor));
    }

    private static string? AnswerOf(SigningRound round, SigningSeat seat) => seat.OutcomeCode is not { } code ? null
        : (round.Template.Outcomes ?? [TaskOutcome.Agree, TaskOutcome.Disagree, TaskOutcome.Done]).Append(TaskOutcome.ClosedByOffice).FirstOrDefault(one => one.Code == code)?.Label
            + (string.IsNullOrWhiteSpace(seat.Opinion) ? string.Empty : $"：{seat.Opinion}");
}
