namespace Kaohe.Office.People;

/// <summary>A position that a person holds in a body: a unit, the office, a team.</summary>
/// <param name="UnitId">The body.</param>
/// <param name="Code">Stable code of the position, e.g. <c>head</c>; see <see cref="PostCodes"/>.</param>
/// <param name="Title">Chinese title, e.g. 主要负责人.</param>
public sealed record Post(string UnitId, string Code, string Title);

/// <summary>Positions the product itself asks for; a site may add its own.</summary>
public static class PostCodes
{
    /// <summary>主要负责人 of a unit.</summary>
    public const string Head = "head";

    /// <summary>经办人 (联络员) of a unit.</summary>
    public const string Handler = "handler";

    /// <summary>组长 of a team.</summary>
    public const string TeamLeader = "team-leader";

    /// <summary>组员 of a team.</summary>
    public const string TeamMember = "team-member";
}

/// <summary>Id and name, as tasks and histories record a person.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name as shown at that time.</param>
public sealed record PersonRef(string Id, string Name);

/// <summary>Somebody who can be given work.</summary>
public sealed record Person
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name; accounts may be named by office title, e.g. 考核办经办人.</summary>
    public required string Name { get; init; }

    /// <summary>Codes of <see cref="Role"/>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Positions held; the first is the main one.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Address for mail, if any.</summary>
    public string? Email { get; init; }

    /// <summary>False for somebody who has left; nothing new is given to them.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Id and name.</summary>
    public PersonRef Ref => new(Id, Name);

    /// <summary>Bodies the person belongs to.</summary>
    public IEnumerable<string> UnitIds => Posts.Select(post => post.UnitId).Distinct();
}
