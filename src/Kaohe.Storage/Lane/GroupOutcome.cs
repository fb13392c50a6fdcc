namespace Kaohe.Storage.Lane;

/// <summary>What became of mutations that ran in one transaction; told after its commit.</summary>
internal sealed class GroupOutcome
{
    /// <summary>Committed.</summary>
    public List<LaneItem> Done { get; } = [];

    /// <summary>Failed by themselves.</summary>
    public List<(LaneItem Item, Exception Exception)> Failed { get; } = [];

    /// <summary>Failed in a way that may pass; to be run again alone.</summary>
    public List<LaneItem> Alone { get; } = [];

    /// <summary>What the committed ones want to be told.</summary>
    public List<Action> Signals { get; } = [];

    /// <summary>The connection that committed; null when nothing was.</summary>
    public SqliteLaneConnection? Connection { get; set; }

    /// <summary>Makes what was committed a failure: the disk did not take it.</summary>
    public void Lose(Exception exception)
    {
        Failed.AddRange(Done.Select(item => (item, exception)));
        Done.Clear();
        Signals.Clear();
    }

    public void Answer()
    {
        Signals.ForEach(signal => signal());
        Done.ForEach(item => item.Succeed());
        Failed.ForEach(failure => failure.Item.Fail(failure.Exception));
    }
}
