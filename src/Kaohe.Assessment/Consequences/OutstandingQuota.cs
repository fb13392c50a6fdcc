using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Consequences;

/// <summary>Seats for 优秀 among the officials assessed.</summary>
public static class OutstandingQuota
{
    /// <summary>The number of seats, rounded down; the larger share needs the superior's approval (公务员考核规定).</summary>
    public static int Seats(Scheme scheme, int assessed, bool approved = false) =>
        (int)Math.Floor((approved ? scheme.Officials.ApprovedShare : scheme.Officials.OutstandingShare) * assessed);
}

/// <summary>The number of 优秀 keeps the quota.</summary>
/// <param name="scheme">The year's rules.</param>
/// <param name="assessed">Officials assessed.</param>
/// <param name="outstanding">Officials proposed as 优秀.</param>
/// <param name="approved">True with the superior's approval for the larger share.</param>
public sealed class OutstandingQuotaRule(Scheme scheme, int assessed, int outstanding, bool approved) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "公务员考核规定；方案 officials.outstandingShare、officials.approvedShare";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        var seats = OutstandingQuota.Seats(scheme, assessed, approved);
        if (outstanding > seats)
        {
            yield return new Problem("outstanding", $"参加考核 {assessed} 人，“优秀”名额 {seats} 个，现提名 {outstanding} 个，请调减{(approved ? "" : "或报请批准提高比例")}。");
        }
    }
}
