namespace Kaohe.Assessment.Ranking;

/// <summary>Last is whoever has the lowest score of the group, every tied unit; a unit alone in its group is not last.</summary>
public static class LastPlaceRule
{
    /// <summary>Where it stands.</summary>
    public const string Citation =
        "讲话二（三）一：14个县市区得分排在最后一名……市直部门(单位)得分排在最后一名……要对单位主要负责人进行诫勉谈话；方案 grades：并列最后的单位都按最后一名对待";

    /// <summary>The score that makes a unit last; null when nobody is.</summary>
    /// <param name="compared">Scores of a group as they are compared.</param>
    public static decimal? LowestOf(IReadOnlyCollection<decimal> compared) => compared.Count > 1 ? compared.Min() : null;
}
