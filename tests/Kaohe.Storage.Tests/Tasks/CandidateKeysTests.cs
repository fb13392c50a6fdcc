using Kaohe.Office.People;
using Kaohe.Storage.Tasks;

namespace Kaohe.Storage.Tests.Tasks;

public sealed class CandidateKeysTests
{
    private static readonly string?[] Ids = [null, "li", "wang"];
    private static readonly string?[] Roles = [null, "unit", "office"];
    private static readonly string?[] Units = [null, "xinfu", "daixian"];
    private static readonly string?[] Codes = [null, "head", "handler"];

    [Fact]
    public void Should_match_exactly_the_candidates_that_fit()
    {
        Person[] people =
        [
            new() { Id = "li", Name = "李", Roles = ["unit"], Posts = [new("xinfu", "head", "书记"), new("daixian", "handler", "经办人")] },
            new() { Id = "wang", Name = "王", Roles = ["unit", "office"], Posts = [new("xinfu", "handler", "经办人")] },
            new() { Id = "zhao", Name = "赵" },
        ];
        var candidates = from id in Ids from role in Roles from unit in Units from code in Codes select new Candidate(id, role, unit, code);

        foreach (var (person, candidate) in people.SelectMany(person => candidates.Select(candidate => (person, candidate))))
        {
            Assert.True(
                candidate.Fits(person) == CandidateKeys.Fitting(person).Contains(CandidateKeys.Of(candidate)),
                $"{candidate} and {person.Id}");
        }
    }
}
