using System.Collections.Frozen;

namespace Kaohe.Office.People;

/// <summary>All people, and who stands behind a candidate.</summary>
public sealed class OfficeDirectory
{
    private readonly FrozenDictionary<string, Person> byId;

    /// <summary>Makes a directory of people.</summary>
    /// <param name="people">Ids must differ.</param>
    public OfficeDirectory(IEnumerable<Person> people)
    {
        People = [.. people];
        byId = People.ToFrozenDictionary(person => person.Id);
    }

    /// <summary>Everybody, in the given order.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>A person by id.</summary>
    /// <param name="id">The id.</param>
    public Person? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>A person by id, when they can be given work.</summary>
    /// <param name="id">The id.</param>
    public Person? FindActive(string id) => Find(id) is { IsActive: true } person ? person : null;

    /// <summary>The active people who fit any of the candidates, each once.</summary>
    /// <param name="candidates">Persons, roles, units, posts.</param>
    public IReadOnlyList<Person> Expand(IReadOnlyList<Candidate> candidates) =>
        [.. People.Where(person => person.IsActive && candidates.Any(candidate => candidate.Fits(person)))];
}
