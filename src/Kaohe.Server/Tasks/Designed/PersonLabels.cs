using Kaohe.Office.People;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>How a person is named where one is chosen: by name, unit and post, because a city has many directors.</summary>
internal static class PersonLabels
{
    /// <summary>The label of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="units">Short names of units by id.</param>
    public static string Of(Person person, IReadOnlyDictionary<string, string> units)
    {
        var post = person.Posts.Select(one => one.Title.Contains(units.GetValueOrDefault(one.UnitId, "\0"), StringComparison.Ordinal) ? one.Title : units.GetValueOrDefault(one.UnitId) + one.Title)
            .FirstOrDefault() ?? string.Join('、', person.Roles.Select(Role.LabelOf));
        return post.Length > 0 && post != person.Name ? $"{person.Name}（{post}）" : person.Name;
    }
}
