namespace Kaohe.Server.Tasks;

/// <summary>What the tasks tell live pages.</summary>
public static class TaskTopics
{
    /// <summary>A task changed; the id is its id.</summary>
    public const string Task = "task";

    /// <summary>A person has looked at what mentions them; the id is the person's.</summary>
    public const string Mentions = "mentions";
}
