namespace Kaohe.Server.Calendar;

/// <summary>The machine's clock plus a lead that the demo can make longer, never shorter. Everything that asks for the time asks a <see cref="TimeProvider"/>, so everything follows.</summary>
public sealed class DemoClock : TimeProvider
{
    private long _aheadTicks;

    /// <summary>How far ahead of the machine's clock.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    /// <summary>Takes a longer lead; a shorter one (an older notice) changes nothing.</summary>
    internal void Lead(TimeSpan ahead)
    {
        long known;
        do
        {
            known = Interlocked.Read(ref _aheadTicks);
        }
        while (ahead.Ticks > known && Interlocked.CompareExchange(ref _aheadTicks, ahead.Ticks, known) != known);
    }
}
