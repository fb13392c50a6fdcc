namespace Kaohe.Documents.Merge;

/// <summary>What a merge could not fill, gathered over all parts.</summary>
internal sealed class MergeNotes
{
    private readonly List<string> _missing = [];
    private readonly List<string> _unknown = [];

    public IReadOnlyList<string> Missing => _missing;

    public IReadOnlyList<string> Unknown => _unknown;

    public void AddMissing(string name) => Add(_missing, name);

    public void AddUnknown(string name) => Add(_unknown, name);

    private static void Add(List<string> list, string name)
    {
        if (!list.Contains(name))
        {
            list.Add(name);
        }
    }
}
