using Kaohe.Office.People;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>How a person is named where one is chosen: by name and post.</summary>
internal static class PersonLabels
{
    public static string Of(Person person) =>
        (person.Posts.Select(post => post.Title).FirstOrDefault() ?? string.Join('、', person.Roles.Select(Role.LabelOf))) is { Length: > 0 } post && post != person.Name
            ? $"{person.Name}（{post}）"
            : person.Name;
}
