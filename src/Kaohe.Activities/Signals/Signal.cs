namespace Kaohe.Activities.Signals;

/// <summary>
/// What the outside tells a waiting activity. It travels as one entry named <see cref="InputKey"/> of the resume input, so that it never hides the flow's
/// own inputs. Delivered at least once: activities keep what they have heard.
/// </summary>
public sealed record Signal
{
    /// <summary>Name of the one entry of the resume input.</summary>
    public const string InputKey = "signal";

    /// <summary>What happened (<see cref="SignalEvents"/>).</summary>
    public required string Event { get; init; }

    /// <summary>Which item of the activity it is about; empty when it is about the whole.</summary>
    public string Item { get; init; } = "";

    /// <summary>Which of the item's keys (unit, team or person id, or <c>once</c>); null when it is about all.</summary>
    public string? Key { get; init; }

    /// <summary>The task; null when none.</summary>
    public string? TaskId { get; init; }

    /// <summary>The outcome code that the person chose; null when none.</summary>
    public string? Outcome { get; init; }

    /// <summary>The document; null when none.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Number of the document (发文字号); null while it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Why; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Who; null for the system.</summary>
    public string? By { get; init; }

    /// <summary>All keys that were opened; null except for <see cref="SignalEvents.Opened"/>.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>The new deadline; null except for <see cref="SignalEvents.DeadlineChanged"/>.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What was submitted or computed; null when nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Data { get; init; }

    /// <summary>The resume input that carries it.</summary>
    public IReadOnlyDictionary<string, object?> ToInput()
    {
        var signal = new Dictionary<string, object?> { ["event"] = Event };
        Put("item", Item.Length == 0 ? null : Item);
        Put("key", Key);
        Put("taskId", TaskId);
        Put("outcome", Outcome);
        Put("documentId", DocumentId);
        Put("number", Number);
        Put("reason", Reason);
        Put("by", By);
        Put("keys", Keys?.Cast<object?>().ToList());
        Put("dueAt", DueAt);
        Put("data", Data?.ToDictionary(p => p.Key, p => p.Value));
        return new Dictionary<string, object?> { [InputKey] = signal };

        void Put(string name, object? value)
        {
            if (value is not null)
            {
                signal[name] = value;
            }
        }
    }

    /// <summary>Reads the signal of a resume input.</summary>
    /// <returns>The signal; null when the resume brought none (the clock did it).</returns>
    public static Signal? From(IReadOnlyDictionary<string, object?> input)
    {
        if (input.GetValueOrDefault(InputKey) is not Dictionary<string, object?> signal || signal.GetValueOrDefault("event") is not string name)
        {
            return null;
        }

        return new Signal
        {
            Event = name,
            Item = Text("item") ?? "",
            Key = Text("key"),
            TaskId = Text("taskId"),
            Outcome = Text("outcome"),
            DocumentId = Text("documentId"),
            Number = Text("number"),
            Reason = Text("reason"),
            By = Text("by"),
            Keys = signal.GetValueOrDefault("keys") is IEnumerable<object?> keys ? [.. keys.OfType<string>()] : null,
            DueAt = (DateTimeOffset?)Workflows.Values.ValueConversion.To(signal.GetValueOrDefault("dueAt"), typeof(DateTimeOffset?)),
            Data = signal.GetValueOrDefault("data") as Dictionary<string, object?>,
        };

        string? Text(string member) => signal.GetValueOrDefault(member) as string;
    }
}
