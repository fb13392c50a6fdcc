namespace Kaohe.Office.Tasks.Signing;

/// <summary>
/// Reads a round's seats as branches: a signer at the root, with those added before and after below it (each may again have some).
/// A branch agrees when everybody in it agrees; one refusal makes it refuse.
/// </summary>
/// <param name="mode">The round's mode.</param>
/// <param name="seats">All seats.</param>
internal sealed class SeatTree(SigningMode mode, IReadOnlyList<SigningSeat> seats)
{
    private readonly SigningSeat[] counted = [.. seats.Where(seat => seat.State != SeatState.Removed)];

    public IEnumerable<SigningSeat> Roots => counted.Where(seat => seat.AnchorId is null);

    public int AgreedBranches => Roots.Count(Agrees);

    public int RefusedBranches => Roots.Count(Refuses);

    public int PendingBranches => Roots.Count(root => !Agrees(root) && !Refuses(root));

    /// <summary>Whether a pending seat's signer may answer now.</summary>
    public bool HasTurn(SigningSeat seat) => Reached(seat) && Added(seat, SeatPlacement.Before).All(Agrees);

    private bool Reached(SigningSeat seat) => seat.AnchorId is { } anchorId
        ? Find(anchorId) is not { } anchor
            || (seat.Placement == SeatPlacement.Before ? Reached(anchor) : anchor.State == SeatState.Agreed)
        : mode != SigningMode.InTurn || Roots.Where(root => root.Order < seat.Order).All(Agrees);

    private bool Agrees(SigningSeat seat) => seat.State == SeatState.Agreed && Added(seat).All(Agrees);

    private bool Refuses(SigningSeat seat) => seat.State == SeatState.Refused || Added(seat).Any(Refuses);

    private IEnumerable<SigningSeat> Added(SigningSeat seat, SeatPlacement? placement = null) =>
        counted.Where(one => one.AnchorId == seat.Id && (placement is null || one.Placement == placement));

    private SigningSeat? Find(string id) => Array.Find(counted, seat => seat.Id == id);
}
