using Kaohe.Assessment;
using Kaohe.Assessment.Admonitions;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Rectifications;
using Kaohe.Assessment.Scoring;

namespace EndToEnd.Year;

/// <summary>What the product has on record about a year, as the office reads it.</summary>
public sealed record YearRecord
{
    private const string Letter = "结果通知书";

    public required IReadOnlyList<CompositeScore> Scores { get; init; }

    public required IReadOnlyList<GradeDecision> Decisions { get; init; }

    public required IReadOnlyList<Consequence> Consequences { get; init; }

    public required IReadOnlyList<Rectification> Rectifications { get; init; }

    public required IReadOnlyList<Admonition> Admonitions { get; init; }

    /// <summary>Document and 发文字号 of the letter of each unit.</summary>
    public required IReadOnlyDictionary<string, (string Id, string Number)> Letters { get; init; }

    public static async Task<YearRecord> ReadAsync(YearDriver year, CancellationToken cancellationToken)
    {
        var office = await year.AsAsync(Duties.Checking);
        var letters = (await office.ListAsync($"/api/documents/?text={Uri.EscapeDataString(Letter)}", cancellationToken)).Where(line => line["kind"]!.ToString() == Letter);
        return new YearRecord
        {
            Scores = await ReadAsync<CompositeScore>("scores"),
            Decisions = await ReadAsync<GradeDecision>("grades"),
            Consequences = await ReadAsync<Consequence>("consequences"),
            Rectifications = await ReadAsync<Rectification>("rectifications"),
            Admonitions = await ReadAsync<Admonition>("admonitions"),
            Letters = letters.ToDictionary(line => line["unitId"]!.ToString(), line => (line["id"]!.ToString(), line["number"]!.ToString())),
        };

        async Task<IReadOnlyList<T>> ReadAsync<T>(string what) =>
            AssessmentJson.Read<List<T>>((await office.GetAsync($"/api/cycles/{year.Year}/{what}", cancellationToken)).ToJsonString());
    }
}
