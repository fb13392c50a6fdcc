namespace Kaohe.Storage.Tasks;

/// <summary>Sizes of a box by urgency; the parts do not overlap.</summary>
/// <param name="Overdue">Past their deadline.</param>
/// <param name="Today">Due today.</param>
/// <param name="Week">Due after today, until Sunday.</param>
/// <param name="Later">Due after Sunday.</param>
/// <param name="None">Without a deadline.</param>
public sealed record InboxCount(int Overdue, int Today, int Week, int Later, int None)
{
    /// <summary>An empty box.</summary>
    public static InboxCount Nothing { get; } = new(0, 0, 0, 0, 0);

    /// <summary>All live tasks of the box.</summary>
    public int All => Overdue + Today + Week + Later + None;

    /// <summary>The size of one part.</summary>
    /// <param name="due">Which part.</param>
    public int Of(InboxDue due) => due switch
    {
        InboxDue.Overdue => Overdue,
        InboxDue.Today => Today,
        InboxDue.Week => Week,
        InboxDue.Later => Later,
        InboxDue.None => None,
        _ => All,
    };
}
