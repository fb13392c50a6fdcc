using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Scoring;
using Kaohe.Assessment.Tallies;
using Kaohe.Assessment.Units;
using Xunit;

namespace Kaohe.Assessment.Tests.DemoCity;

public sealed class DemoCityTests
{
    private static readonly DemoCityData City = DemoCityLoader.Load(Folder());
    private static readonly IReadOnlyList<CompositeScore> Scores = new CompositeCalculator(City.Facts).ScoreAll();
    private static readonly IReadOnlyList<GroupRanking> Rankings = Ranker.RankAll(City.Scheme, Scores);

    private static readonly List<GradeDecision> Decisions =
    [
        .. Rankings.SelectMany(ranking => GradeDecider.Decide(
            City.Scheme,
            GradeProposer.Propose(City.Scheme, Scores, ranking),
            new GradeSitting { By = "shizhang", Minutes = "纪要〔2027〕1号", At = Given.Noon })),
    ];

    private static readonly IReadOnlyList<Consequence> Consequences = ConsequenceRule.ApplyAll(new ConsequenceFacts
    {
        Year = City.Scheme.Year,
        Units = City.Units,
        Decisions = Decisions,
        Rankings = Rankings,
        History = City.History,
        Officials = City.Officials,
    });

    [Fact]
    public void Should_pass_every_guard() => Assert.Empty(City.Check());

    [Fact]
    public void Should_hold_the_units_of_the_city()
    {
        Assert.Equal(
            ["忻府区", "原平市", "定襄县", "五台县", "代县", "繁峙县", "宁武县", "静乐县", "神池县", "五寨县", "岢岚县", "河曲县", "保德县", "偏关县"],
            City.Units.Where(unit => unit.Kind == UnitKind.County).Select(unit => unit.Name));
        var departments = City.Units.Where(unit => unit.Kind == UnitKind.Department).ToList();
        Assert.Equal(90, departments.Count);
        Assert.Equal(5, departments.Select(unit => unit.DepartmentType).Distinct().Count());
    }

    [Fact]
    public void Should_seat_the_leading_group_as_the_seed_describes_it()
    {
        var people = City.Officials.ToDictionary(official => official.Id);
        Assert.Equal("市委书记", people[City.LeadingGroup.FirstLeaderId].Post);
        Assert.Equal("市长", people[City.LeadingGroup.LeaderId].Post);
        Assert.Equal(3, City.LeadingGroup.DeputyIds.Select(id => people[id]).Count());
        Assert.Equal(20, City.LeadingGroup.MemberUnitIds.Distinct().Count());
        Assert.Subset(City.Units.Select(unit => unit.Id).ToHashSet(), City.LeadingGroup.MemberUnitIds.ToHashSet());
        Assert.Equal("zuzhibu", City.Office.HostUnitId);
        Assert.Equal(3, City.Teams.Count);
    }

    [Fact]
    public void Should_give_every_unit_a_head_and_a_liaison_and_every_person_an_account_of_their_own()
    {
        var people = City.Officials.ToDictionary(official => official.Id);
        Assert.All(City.Units, unit => Assert.Equal((PostRank.Head, unit.Id), (people[unit.LeaderOfficialId!].Rank, people[unit.LeaderOfficialId!].UnitId)));
        Assert.All(City.Units, unit => Assert.EndsWith("@xinzhou.example", unit.ContactEmail));
        Assert.Equal(City.Officials.Count, City.Officials.Select(official => official.Account).Distinct().Count());
        Assert.All("喆堃昇镕", rare => Assert.Contains(City.Officials, official => official.Name.Contains(rare)));
    }

    [Fact]
    public void Should_hold_the_eight_goals_of_the_seed()
    {
        Assert.Equal([26m, 21m, 36m, 25m, 23m, 22m, 14m, 16m], City.Goals.Select(goal => goal.AnnualGrowth));
        Assert.Equal([1200m, 5000m, 600m, 250m, 100m, 3m, 26000m, 7000m], City.Goals.Select(goal => goal.Sure));
        Assert.Equal(1600m, City.Goals[0].Stretch);
        var county = City.Trees.Single(tree => tree.Kind == UnitKind.County);
        Assert.Equal(City.Goals.Select(goal => goal.Code).Order(), county.Indicators().Select(indicator => indicator.GoalCode).OfType<string>().Order());
        Assert.Equal(6, county.Categories.Count);
        Assert.Equal(7, City.Trees.SelectMany(tree => tree.Indicators()).Select(indicator => indicator.Method.GetType()).Distinct().Count());
        Assert.Equal(158.76m, City.Goals[0].After(2, 100m));
    }

    [Fact]
    public void Should_score_every_unit_without_problems()
    {
        Assert.Equal(104, Scores.Count);
        Assert.All(Scores, score => Assert.Empty(score.Problems));
        Assert.All(Scores, score => Assert.InRange(score.Total!.Value, 0m, 105m));
    }

    [Fact]
    public void Should_reach_all_four_grades_within_the_quota()
    {
        Assert.Equal(4, Decisions.Select(decision => decision.Decided).Distinct().Count());
        Assert.All(Rankings, ranking => Assert.True(
            Decisions.Count(decision => decision.GroupId == ranking.GroupId && decision.Decided == Grade.Good) <= City.Scheme.Grades.GoodSeats(ranking.Entries.Count)));
    }

    [Fact]
    public void Should_lead_to_every_consequence_for_units()
    {
        Assert.Contains(Consequences, each => each is { Kind: ConsequenceKind.OrganisationalAdjustment, UnitId: "pianguan", OfficialId: "pianguan-head" });
        Assert.Contains(Consequences, each => each is { Kind: ConsequenceKind.PriorityPromotion, UnitId: "yuanping", OfficialId: "yuanping-head" });
        Assert.Equal(Decisions.Count(decision => decision.Decided <= Grade.Average), Consequences.Count(each => each.Kind == ConsequenceKind.Rectification));
        Assert.All(Rankings, ranking => Assert.Contains(Consequences, each =>
            each.Kind == ConsequenceKind.Admonition && each.UnitId == ranking.Entries[^1].UnitId));
        Assert.Contains(Decisions, decision => decision is { UnitId: "daixian", Decided: Grade.Average });
    }

    [Fact]
    public void Should_hold_two_earlier_years_for_every_unit()
    {
        Assert.All(City.Units, unit => Assert.True(City.History.GradeOf(unit.Id, 2024) is not null && City.History.GradeOf(unit.Id, 2025) is not null));
        Assert.Null(City.History.GradeOf("xinfu", 2026));
        Assert.Equal(1, City.History.Run("pianguan", Grade.Poor, 2025));
        Assert.Equal(2, City.History.Run("yuanping", Grade.Good, 2025));
        var persons = City.History.Persons.Where(person => person.Year == 2025).ToList();
        Assert.True(persons.Count(person => person.Grade == PersonGrade.Outstanding) <= OutstandingQuota.Seats(City.Scheme, persons.Count));
    }

    [Fact]
    public void Should_have_tallies_that_add_up() => Assert.All(
        City.Facts.Tallies, tally => Assert.False(new TallyAddsUpRule(tally, City.Scheme.BallotsOf(tally.Component)).IsBroken()));

    [Fact]
    public void Should_show_excused_and_low_kinds_in_the_explanations()
    {
        Assert.False(Scores.Single(score => score.UnitId == "shenchi").Why.Find("外贸进出口总额")!.IsCounted);
        Assert.False(Scores.Single(score => score.UnitId == "qiaolian").Why.Find("市级领导")!.IsCounted);
        Assert.Contains("没有有效票", Scores.Single(score => score.UnitId == "haiguan").Why.Find("两代表一委员")!.Flags[0]);
    }

    [Fact]
    public void Should_be_the_same_every_time() =>
        Assert.Equal(AssessmentJson.Write(City), AssessmentJson.Write(DemoCityLoader.Load(Folder())));

    [Fact]
    public void Should_survive_json()
    {
        var json = AssessmentJson.Write(City);
        Assert.Equal(json, AssessmentJson.Write(AssessmentJson.Read<DemoCityData>(json)));
    }

    [Fact]
    public void Should_name_every_missing_file()
    {
        var folder = Directory.CreateTempSubdirectory("kaohe-demo-");
        try
        {
            var exception = Assert.Throws<InvalidDataException>(() => DemoCityLoader.Load(folder.FullName));
            Assert.Contains("scheme-2026.json", exception.Message);
            Assert.Contains("indicators-mass.json", exception.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "data", "demo-city")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("data/demo-city was not found above the test's folder.");
        }

        return Path.Combine(folder.FullName, "data", "demo-city");
    }
}
