using Kaohe.Office.People;

namespace Kaohe.Office.Tasks.Signing;

/// <summary>The rules of 加签 and 减签 together.</summary>
internal static class SigningRules
{
    public static IReadOnlyList<Problem> ForAdding(SigningRound round, string anchorId, SeatPlacement placement, IReadOnlyList<PersonRef> people) => OfficeRule.Check(
    [
        new RoundMustRun(round),
        new AnchorMustNotHaveAnswered(round.Seat(anchorId), placement),
        new AddedSignersMustBeNew(round, people),
    ]);

    public static IReadOnlyList<OfficeRule> ForRemoving(SigningRound round, string seatId, Actor actor) =>
    [
        new RoundMustRun(round),
        new SeatMustBePending(round.Seat(seatId)),
        new OnlyAdderOrOfficeMayRemove(round.Seat(seatId), actor),
        new EnoughSignersMustRemain(round, seatId),
    ];
}

/// <summary>A round needs signers.</summary>
/// <param name="round">The round.</param>
public sealed class RoundMustHaveSigners(SigningRound round) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "signers";

    /// <inheritdoc/>
    public override string Message => "没有签署人，请至少指定一人。";

    /// <inheritdoc/>
    public override bool IsBroken() => round.Seats.Count == 0;
}

/// <summary>n of m needs 1 ≤ n ≤ m.</summary>
/// <param name="round">The round.</param>
public sealed class CountMustBeReachable(SigningRound round) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "requiredCount";

    /// <inheritdoc/>
    public override string Message => $"共{round.Seats.Count}名签署人，须同意人数应在1到{round.Seats.Count}之间，现在是{round.RequiredCount}。";

    /// <inheritdoc/>
    public override bool IsBroken() => round.Mode == SigningMode.Count && (round.RequiredCount < 1 || round.RequiredCount > round.Seats.Count);
}

/// <summary>Nobody signs twice.</summary>
/// <param name="seats">The seats.</param>
public sealed class SignersMustDiffer(IReadOnlyList<SigningSeat> seats) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "signers";

    /// <inheritdoc/>
    public override string Message => $"签署人{Doubles().First().First().Person.Name}重复，请只保留一次。";

    /// <inheritdoc/>
    public override bool IsBroken() => Doubles().Any();

    private IEnumerable<IGrouping<string, SigningSeat>> Doubles() => seats.GroupBy(seat => seat.Person.Id).Where(group => group.Count() > 1);
}

/// <summary>Signers come and go only while the round runs.</summary>
/// <param name="round">The round.</param>
public sealed class RoundMustRun(SigningRound round) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => round.State == RoundState.Paused ? "事项已退回，重新提交后才能加签或减签。" : "签署已有结果，不能再加签或减签。";

    /// <inheritdoc/>
    public override bool IsBroken() => round.State != RoundState.Running;
}

/// <summary>A signer who has answered cannot get somebody before, after or beside: nothing would wait for them.</summary>
/// <param name="anchor">The signer's seat, or none when there is none.</param>
/// <param name="placement">Where to.</param>
public sealed class AnchorMustNotHaveAnswered(SigningSeat? anchor, SeatPlacement placement) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "anchor";

    /// <inheritdoc/>
    public override string Message => anchor is null
        ? "没有这个签署人，请从列表中选择。"
        : $"{anchor.Person.Name}已办理，不能再在其{placement switch { SeatPlacement.Before => "前面", SeatPlacement.After => "后面", _ => "旁边" }}加签。";

    /// <inheritdoc/>
    public override bool IsBroken() => anchor is not { IsPending: true };
}

/// <summary>Somebody who signs already is not added again.</summary>
/// <param name="round">The round.</param>
/// <param name="people">The new signers.</param>
public sealed class AddedSignersMustBeNew(SigningRound round, IReadOnlyList<PersonRef> people) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "people";

    /// <inheritdoc/>
    public override string Message => $"{Known().First().Name}已在签署人中，不用重复加签。";

    /// <inheritdoc/>
    public override bool IsBroken() => Known().Any();

    private IEnumerable<PersonRef> Known() => people.Where((person, index) =>
        round.Seats.Any(seat => seat.Person.Id == person.Id && seat.State != SeatState.Removed) || people.Take(index).Any(other => other.Id == person.Id));
}

/// <summary>An answer that was given cannot be taken away by others.</summary>
/// <param name="seat">The seat, or none when there is none.</param>
public sealed class SeatMustBePending(SigningSeat? seat) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "seat";

    /// <inheritdoc/>
    public override string Message => seat is null ? "没有这个签署人，请从列表中选择。" : $"{seat.Person.Name}已办理或已减签，不能减签。";

    /// <inheritdoc/>
    public override bool IsBroken() => seat is not { IsPending: true };
}

/// <summary>Who added a signer may take them away; original signers only the office.</summary>
/// <param name="seat">The seat.</param>
/// <param name="actor">Who asks.</param>
public sealed class OnlyAdderOrOfficeMayRemove(SigningSeat? seat, Actor actor) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "seat";

    /// <inheritdoc/>
    public override string Message => $"只有加签人{seat?.AddedBy?.Name}或考核办可以减去{seat?.Person.Name}。";

    /// <inheritdoc/>
    public override bool IsBroken() => seat is not null && seat.AddedBy?.Id != actor.Id && !actor.Is(Role.Office);
}

/// <summary>减签 must leave enough signers for a decision.</summary>
/// <param name="round">The round.</param>
/// <param name="seatId">The seat to take away.</param>
public sealed class EnoughSignersMustRemain(SigningRound round, string seatId) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "seat";

    /// <inheritdoc/>
    public override string Message => $"减签后剩余签署人不足（至少{Needed}人），请先加签，或由考核办关闭任务。";

    /// <inheritdoc/>
    public override bool IsBroken()
    {
        var roots = new SeatTree(round.Mode, round.Seats).Roots.ToList();
        return roots.Exists(root => root.Id == seatId) && roots.Count - 1 < Needed;
    }

    private int Needed => round.Mode == SigningMode.Count ? round.RequiredCount : 1;
}
