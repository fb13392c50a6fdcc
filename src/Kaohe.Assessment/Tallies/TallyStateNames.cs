namespace Kaohe.Assessment.Tallies;

/// <summary>Chinese names of the states of a tally sheet.</summary>
public static class TallyStateNames
{
    /// <summary>The state's name.</summary>
    public static string Of(TallyState state) => state switch
    {
        TallyState.Entered => "待核对",
        TallyState.Disputed => "已退回重录",
        _ => "已核对确认",
    };
}
