using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kaohe.Activities;

namespace EndToEnd.Year;

/// <summary>What people do about a refusal that is part of the year's course; any other refusal ends the year.</summary>
/// <param name="driver">The year.</param>
internal sealed partial class Refusals(YearDriver driver)
{
    /// <summary>Does what a refusal asks for.</summary>
    /// <param name="kind">Kind of the task that was refused.</param>
    /// <param name="body">What was submitted; may be mended.</param>
    /// <param name="answer">The refusal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is worth submitting again.</returns>
    public async Task<bool> MendAsync(string kind, JsonObject body, JsonNode answer, CancellationToken cancellationToken)
    {
        var paths = answer["problems"]!.AsArray().Select(problem => problem!["path"]!.ToString()).ToList();
        switch (kind)
        {
            case TaskKinds.GradeDecision:
                body["data"]!["choices"] = Choices(paths);
                return true;
            case TaskKinds.TallyConfirmation when paths.TrueForAll(path => Floor().IsMatch(path)):
                await DecideAsync(paths, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    // The 领导组 learns from the refusal which units it has to decide about itself.
    private static JsonArray Choices(IEnumerable<string> paths) =>
    [
        .. paths.Select(path => Choice().Match(path)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct()
            .Select(unit => new JsonObject { ["unitId"] = unit, ["grade"] = "fairlyGood", ["reason"] = "领导组研究决定列入较好。" }),
    ];

    // The office, and nobody else, leaves a kind of rater out.
    private async Task DecideAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var office = await driver.AsAsync(Duties.Checking);
        foreach (var match in paths.Select(path => Floor().Match(path)))
        {
            var (unit, component, rater) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
            await office.DoAsync(
                $"/api/cycles/{driver.Year}/floor-decisions",
                new JsonObject { ["unitId"] = unit, ["component"] = component, ["kindCode"] = rater, ["reason"] = "有效票不足，补测条件不具备，经研究不计这一类票。" },
                cancellationToken);
        }
    }

    [GeneratedRegex(@"choices\[([^\]]+)\]")]
    private static partial Regex Choice();

    [GeneratedRegex(@"tallies\[([^\]]+)\]\.(\w+)\.kinds\[([^\]]+)\]$")]
    private static partial Regex Floor();
}
