using System.Globalization;

namespace Kaohe.Assessment.Visits;

/// <summary>A team attends one 考核大会 at a time: no two of them begin on the same day in the same hour.</summary>
/// <param name="slots">The meetings.</param>
public sealed class OneMeetingAnHourRule(IReadOnlyList<MeetingSlot> slots) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "环节四 考核大会：考核组到会核实；讲话二（二）四：严格考核程序";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() =>
        from same in slots.GroupBy(slot => (slot.Team, slot.On, slot.At.Hour))
        let meetings = same.ToList()
        from later in meetings.Skip(1)
        select new Problem(
            $"visits[{later.UnitId}].meetingAt",
            string.Create(CultureInfo.InvariantCulture, $"{later.Unit}与{meetings[0].Unit}的考核大会都在{later.On:yyyy-MM-dd}的{later.At.Hour}时，{later.Team}不能同时到会，请错开时间。"));
}
