using Kaohe.Office.People;

namespace Kaohe.Storage.Tasks;

/// <summary>
/// Turns "does this candidate fit this person" (<see cref="Candidate.Fits"/>) into equality of texts, so that an index answers it: a candidate has one
/// key, and a person has the keys of every candidate that would fit.
/// </summary>
public static class CandidateKeys
{
    /// <summary>The key of a candidate.</summary>
    public static string Of(Candidate candidate) => Key(candidate.PersonId, candidate.Role, candidate.UnitId, candidate.PostCode);

    /// <summary>The keys of all candidates that fit a person.</summary>
    public static IReadOnlyList<string> Fitting(Person person)
    {
        string?[] ids = [null, person.Id];
        string?[] roles = [null, .. person.Roles];
        (string?, string?)[] posts =
        [
            (null, null),
            .. person.Posts.SelectMany(post => new (string?, string?)[] { (post.UnitId, null), (null, post.Code), (post.UnitId, post.Code) }),
        ];
        var keys = from id in ids
                   from role in roles
                   from post in posts
                   where (id, role, post) != (null, null, (null, null))
                   select Key(id, role, post.Item1, post.Item2);
        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    private static string Key(string? person, string? role, string? unit, string? post) => $"{person}|{role}|{unit}|{post}";
}
