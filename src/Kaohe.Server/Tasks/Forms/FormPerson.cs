namespace Kaohe.Server.Tasks.Forms;

/// <summary>A person whom a form offers.</summary>
/// <param name="Id">Official id.</param>
/// <param name="Name">Name.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="IsLeading">Whether the person belongs to the leading body of the unit.</param>
public sealed record FormPerson(string Id, string Name, string Post, bool IsLeading = false)
{
    /// <summary>Name and post.</summary>
    public string Text => Post.Length == 0 ? Name : $"{Name}（{Post}）";
}
