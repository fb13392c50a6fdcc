namespace Kaohe.Storage.Nodes;

/// <summary>Says that something changed. Never carries the data: whoever is interested reads it, under the reader's own rights.</summary>
/// <param name="Topic">What kind of thing, for example <see cref="ChangeTopics.Instance"/>; features add their own.</param>
/// <param name="Id">Which one; empty when it does not matter.</param>
public sealed record ChangeNotice(string Topic, string Id);

/// <summary>Topics of the storage itself.</summary>
public static class ChangeTopics
{
    /// <summary>A workflow instance; the id is its id.</summary>
    public const string Instance = "instance";

    /// <summary>A workflow definition; the id is its definition id.</summary>
    public const string Definition = "definition";

    /// <summary>The outbox holds something to deliver.</summary>
    public const string Outbox = "outbox";

    /// <summary>A timer may be due earlier than thought, for example because the demonstration's clock was moved; publish it together with <see cref="Outbox"/>.</summary>
    public const string Timers = "timers";

    /// <summary>An <see cref="Caching.IReferenceRow"/> was changed, added or removed.</summary>
    public const string Reference = "reference";

    /// <summary>Notices of other nodes may have been missed (a broken connection): everything may have changed.</summary>
    public const string Missed = "missed";
}
