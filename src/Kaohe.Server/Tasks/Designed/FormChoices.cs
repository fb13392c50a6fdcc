using System.Collections.Frozen;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>A person or unit as a form offers it.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Label">What is shown.</param>
public sealed record FormChoice(string Id, string Label);

/// <summary>What can be chosen in the fields of a form.</summary>
/// <param name="people">Active people.</param>
/// <param name="units">Units.</param>
public sealed class FormChoices(IReadOnlyList<FormChoice> people, IReadOnlyList<FormChoice> units)
{
    private readonly FrozenDictionary<string, string> _people = people.ToFrozenDictionary(person => person.Id, person => person.Label, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, string> _units = units.ToFrozenDictionary(unit => unit.Id, unit => unit.Label, StringComparer.Ordinal);

    /// <summary>Nothing.</summary>
    public static FormChoices None { get; } = new([], []);

    /// <summary>Active people.</summary>
    public IReadOnlyList<FormChoice> People => people;

    /// <summary>Units.</summary>
    public IReadOnlyList<FormChoice> Units => units;

    /// <summary>Whether there is such a person.</summary>
    public bool HasPerson(string id) => _people.ContainsKey(id);

    /// <summary>Whether there is such a unit.</summary>
    public bool HasUnit(string id) => _units.ContainsKey(id);

    /// <summary>How a person or unit is called; the id when there is none any more.</summary>
    public string LabelOf(string id) => _people.GetValueOrDefault(id) ?? _units.GetValueOrDefault(id) ?? id;
}
