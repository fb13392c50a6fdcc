using Kaohe.Assessment.Officials;

namespace Kaohe.Server.Units;

/// <summary>Chinese names of the standing in a leading body.</summary>
public static class RankNames
{
    /// <summary>The name.</summary>
    public static string Of(PostRank rank) => rank switch
    {
        PostRank.Head => "班子正职",
        PostRank.Member => "班子成员",
        _ => "工作人员",
    };
}
