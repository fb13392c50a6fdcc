namespace Kaohe.Office.People;

/// <summary>
/// Who may take a task: a person, a role, a unit, a post, or any two or three of the last together (unit + post, role in a unit).
/// Every part given must hold; an empty candidate fits nobody. Flat, so that an inbox query can match it in columns.
/// </summary>
/// <param name="PersonId">One person.</param>
/// <param name="Role">Code of a <see cref="People.Role"/>.</param>
/// <param name="UnitId">People who hold a post in this body.</param>
/// <param name="PostCode">Holders of this post (in <paramref name="UnitId"/> when that is given).</param>
public sealed record Candidate(string? PersonId = null, string? Role = null, string? UnitId = null, string? PostCode = null)
{
    private static readonly Candidate Nobody = new();

    /// <summary>One person.</summary>
    /// <param name="personId">The person.</param>
    public static Candidate OfPerson(string personId) => new(PersonId: personId);

    /// <summary>Everybody in a role.</summary>
    /// <param name="role">Role code.</param>
    public static Candidate OfRole(string role) => new(Role: role);

    /// <summary>Everybody in a unit.</summary>
    /// <param name="unitId">The unit.</param>
    public static Candidate OfUnit(string unitId) => new(UnitId: unitId);

    /// <summary>The holder of a post in a unit.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="postCode">The post.</param>
    public static Candidate OfPost(string unitId, string postCode) => new(UnitId: unitId, PostCode: postCode);

    /// <summary>What an expression gave: each item a person id, or <c>role:</c>, <c>unit:</c>, <c>post:unit/post</c>.</summary>
    /// <param name="results">Items of the expression's list.</param>
    public static IReadOnlyList<Candidate> FromExpression(IEnumerable<string> results) =>
        [.. results.Where(item => !string.IsNullOrWhiteSpace(item)).Select(item => FromText(item.Trim())).Distinct()];

    /// <summary>Whether it fits a person.</summary>
    /// <param name="person">Anybody.</param>
    public bool Fits(Person person) => this != Nobody && FitsParts(person);

    private bool FitsParts(Person person) =>
        (PersonId ?? person.Id) == person.Id
        && (Role is null || person.Roles.Contains(Role))
        && ((UnitId ?? PostCode) is null || person.Posts.Any(FitsPost));

    private bool FitsPost(Post post) => (UnitId ?? post.UnitId) == post.UnitId && (PostCode ?? post.Code) == post.Code;

    private static Candidate FromText(string item) => item.Split(':', 2) switch
    {
        ["role", var role] => OfRole(role),
        ["unit", var unit] => OfUnit(unit),
        ["post", var post] when post.Split('/', 2) is [var unit, var code] => OfPost(unit, code),
        ["person", var person] => OfPerson(person),
        _ => OfPerson(item),
    };
}
