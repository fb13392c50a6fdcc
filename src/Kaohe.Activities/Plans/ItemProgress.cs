namespace Kaohe.Activities.Plans;

/// <summary>How far one item is: which keys were opened, which are finished, which were closed with a reason, and in which round each key is.</summary>
internal sealed class ItemProgress
{
    /// <summary>Whether it has begun.</summary>
    public bool HasBegun { get; set; }

    /// <summary>The opened keys; null while the handler has not told them. A follower has none of its own.</summary>
    public List<string>? Keys { get; set; }

    /// <summary>Finished keys.</summary>
    public HashSet<string> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys closed with a reason.</summary>
    public Dictionary<string, string> Closed { get; } = new(StringComparer.Ordinal);

    /// <summary>How often a key was done again; 0 for keys that are not listed. Signals of an earlier round are old news.</summary>
    public Dictionary<string, int> Rounds { get; } = new(StringComparer.Ordinal);

    /// <summary>The document of an item that has only one.</summary>
    public string? DocumentId { get; set; }

    /// <summary>Its number.</summary>
    public string? Number { get; set; }

    /// <summary>Whether there is something to keep.</summary>
    public bool HasHistory => HasBegun || Rounds.Count > 0;

    public bool IsFinished(string key) => Done.Contains(key) || Closed.ContainsKey(key);

    public int RoundOf(string key) => Rounds.GetValueOrDefault(key);

    /// <summary>Takes a key back: it must be done again.</summary>
    public void Reopen(string key)
    {
        Done.Remove(key);
        Closed.Remove(key);
        Rounds[key] = RoundOf(key) + 1;
    }

    public static ItemProgress Load(Dictionary<string, object?> saved)
    {
        var item = new ItemProgress
        {
            HasBegun = saved.ContainsKey("begun"),
            Keys = Texts(saved, "keys")?.ToList(),
            DocumentId = saved.GetValueOrDefault("documentId") as string,
            Number = saved.GetValueOrDefault("number") as string,
        };
        item.Done.UnionWith(saved.ContainsKey("allDone") ? item.Keys ?? [] : Texts(saved, "done") ?? []);
        foreach (var (key, reason) in saved.GetValueOrDefault("closed") as Dictionary<string, object?> ?? [])
        {
            item.Closed[key] = reason as string ?? "";
        }

        foreach (var (key, round) in saved.GetValueOrDefault("rounds") as Dictionary<string, object?> ?? [])
        {
            item.Rounds[key] = Convert.ToInt32(round, System.Globalization.CultureInfo.InvariantCulture);
        }

        return item;
    }

    /// <summary>Plain values; what is empty is left out, because the state is written with every burst.</summary>
    public Dictionary<string, object?> Save()
    {
        var saved = new Dictionary<string, object?>();
        if (Keys is not null)
        {
            saved["keys"] = Keys.Cast<object?>().ToList();
        }

        if (Keys is { Count: > 0 } && Done.Count == Keys.Count && Done.SetEquals(Keys))
        {
            saved["allDone"] = true;
        }
        else if (Done.Count > 0)
        {
            saved["done"] = Done.Cast<object?>().ToList();
        }

        Put("closed", Closed.Count == 0 ? null : Closed.ToDictionary(p => p.Key, p => (object?)p.Value));
        Put("rounds", Rounds.Count == 0 ? null : Rounds.ToDictionary(p => p.Key, p => (object?)p.Value));
        Put("documentId", DocumentId);
        Put("number", Number);
        Put("begun", HasBegun ? true : null);
        return saved;

        void Put(string name, object? value)
        {
            if (value is not null)
            {
                saved[name] = value;
            }
        }
    }

    private static IEnumerable<string>? Texts(Dictionary<string, object?> saved, string name) =>
        saved.GetValueOrDefault(name) is IEnumerable<object?> items ? items.OfType<string>() : null;
}
