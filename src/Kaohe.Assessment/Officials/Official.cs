namespace Kaohe.Assessment.Officials;

/// <summary>What an official is in the leading body (领导班子) of the unit.</summary>
public enum PostRank
{
    /// <summary>班子正职, the 主要负责人.</summary>
    Head,

    /// <summary>Another member of the leading body.</summary>
    Member,

    /// <summary>Not a member of the leading body, for example a clerk of the office.</summary>
    Staff,
}

/// <summary>干部: a person in a post.</summary>
public sealed record Official
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>The unit the person belongs to.</summary>
    public required string UnitId { get; init; }

    /// <summary>Title of the post, for example 忻府区委书记.</summary>
    public required string Post { get; init; }

    /// <summary>Standing in the leading body.</summary>
    public required PostRank Rank { get; init; }

    /// <summary>Sign-in name; in the demo it is the office title, so that a visitor knows whom to be.</summary>
    public string Account { get; init; } = "";

    /// <summary>Mail address.</summary>
    public string Email { get; init; } = "";
}
