namespace Kaohe.Assessment.Schemes;

/// <summary>Checks the counting rules of one rated component.</summary>
internal static class BallotSchemeGuard
{
    /// <summary>Every problem, with paths that start with <paramref name="path"/>.</summary>
    public static IEnumerable<Problem> Check(string path, string name, BallotScheme scheme) =>
        [.. CheckKinds(path, name, scheme), .. CheckOptions(path, name, scheme)];

    private static IEnumerable<Problem> CheckKinds(string path, string name, BallotScheme scheme)
    {
        foreach (var problem in SchemeGuard.SumsTo100($"{path}.kinds", $"{name}各类票", scheme.Kinds.Select(kind => kind.Weight)))
        {
            yield return problem;
        }

        foreach (var kind in scheme.Kinds)
        {
            if (kind.Weight <= 0m)
            {
                yield return new Problem($"{path}.kinds[{kind.Code}].weight", $"{name}“{kind.Name}”的权重必须大于 0。");
            }

            if (kind.Floor < 1)
            {
                yield return new Problem($"{path}.kinds[{kind.Code}].floor", $"{name}“{kind.Name}”的最低有效票数至少为 1。");
            }
        }

        foreach (var same in scheme.Kinds.GroupBy(kind => kind.Code).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{path}.kinds[{same.Key}]", $"{name}的票类代码“{same.Key}”重复，请改用不同的代码。");
        }
    }

    private static IEnumerable<Problem> CheckOptions(string path, string name, BallotScheme scheme)
    {
        if (scheme.Options.Count(option => option.Value is not null) < 2)
        {
            yield return new Problem($"{path}.options", $"{name}至少要有两个计分选项。");
        }

        foreach (var option in scheme.Options.Where(option => option.Value is < 0m or > 100m))
        {
            yield return new Problem($"{path}.options[{option.Code}].value", $"{name}选项“{option.Label}”的分值应在 0 到 100 之间。");
        }

        foreach (var same in scheme.Options.GroupBy(option => option.Code).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{path}.options[{same.Key}]", $"{name}的选项代码“{same.Key}”重复，请改用不同的代码。");
        }
    }
}
