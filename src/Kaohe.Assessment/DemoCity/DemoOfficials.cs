using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Units;

namespace Kaohe.Assessment.DemoCity;

/// <summary>Fills the units with people: a head, one more member of the leading body and a liaison each, with invented names.</summary>
internal sealed class DemoOfficials(DemoPeople people, DemoHash hash)
{
    public IEnumerable<Official> Of(Unit unit)
    {
        if (NamedHead(unit.Id) is null)
        {
            yield return Person(unit, "head", unit.LeaderPost, PostRank.Head, HeadAccount(unit), people.Heads.GetValueOrDefault(unit.Id));
        }

        var second = SecondPost(unit);
        yield return Person(unit, "second", second, PostRank.Member, unit.ShortName + second);
        yield return Person(unit, "liaison", "考核联络员", PostRank.Staff, unit.ShortName + "联络员");
    }

    /// <summary>The unit with its head and liaison filled in.</summary>
    public Unit Complete(Unit unit, IReadOnlyList<Official> officials)
    {
        var liaison = officials.First(official => official.Id == $"{unit.Id}-liaison");
        return unit with
        {
            LeaderOfficialId = NamedHead(unit.Id)?.Id ?? $"{unit.Id}-head",
            ContactName = liaison.Name,
            ContactEmail = liaison.Email,
            ContactPhone = $"0350-{hash.Index(9000, unit.Id, "phone") + 1000}000",
        };
    }

    private Official? NamedHead(string unitId) =>
        people.Named.FirstOrDefault(official => official.UnitId == unitId && official.Rank == PostRank.Head);

    private Official Person(Unit unit, string role, string post, PostRank rank, string account, string? name = null) => new()
    {
        Id = $"{unit.Id}-{role}",
        Name = name ?? people.Surnames[hash.Index(people.Surnames.Count, unit.Id, role, "surname")]
            + people.GivenNames[hash.Index(people.GivenNames.Count, unit.Id, role, "given")],
        UnitId = unit.Id,
        Post = post,
        Rank = rank,
        Account = account,
        Email = $"{unit.Id}-{role}@xinzhou.example",
    };

    /// <summary>忻府区 + 区委书记 is said 忻府区委书记; a name of two characters keeps both (代县县委书记).</summary>
    private static string HeadAccount(Unit unit) => unit is { Kind: UnitKind.County, ShortName.Length: > 2 }
        ? unit.ShortName[..^1] + unit.LeaderPost
        : unit.ShortName + unit.LeaderPost;

    private static string SecondPost(Unit unit) => unit switch
    {
        { Kind: UnitKind.County } => $"{unit.ShortName[^1]}长",
        { LeaderPost: ['常', '务', ..] } => unit.LeaderPost[2..],
        { LeaderPost: ['党', '委', ..] } => "党委副书记",
        _ => "副" + unit.LeaderPost,
    };
}
