using Kaohe.Office.People;
using Kaohe.Server.Cycles.Access;

namespace Kaohe.Server.Tests.Cycles;

public sealed class AssessmentAccessTests
{
    private const string Everywhere = "everywhere";
    private const string Own = "own";
    private const string OwnOnceGraded = "own once graded";
    private const string Nowhere = "-";

    /// <summary>The whole table: act, office, administrator, leader, team, unit.</summary>
    public static TheoryData<AssessmentAct, string, string, string, string, string> Table => new()
    {
        { AssessmentAct.SeeCycle, Everywhere, Everywhere, Everywhere, Everywhere, Everywhere },
        { AssessmentAct.SeeAllUnits, Everywhere, Everywhere, Everywhere, Nowhere, Nowhere },
        { AssessmentAct.SeeUnit, Everywhere, Everywhere, Everywhere, Own, Own },
        { AssessmentAct.SeeAllResults, Everywhere, Nowhere, Everywhere, Nowhere, Nowhere },
        { AssessmentAct.SeeUnitResult, Everywhere, Nowhere, Everywhere, Own, OwnOnceGraded },
        { AssessmentAct.SeePromotionAdvice, Everywhere, Nowhere, Everywhere, Nowhere, Nowhere },
        { AssessmentAct.SeeAdmonition, Everywhere, Nowhere, Everywhere, Nowhere, Nowhere },
        { AssessmentAct.EditUnits, Everywhere, Everywhere, Nowhere, Nowhere, Nowhere },
        { AssessmentAct.EditCycle, Everywhere, Everywhere, Nowhere, Nowhere, Nowhere },
        { AssessmentAct.ApproveScheme, Everywhere, Nowhere, Everywhere, Nowhere, Nowhere },
        { AssessmentAct.ApproveTargets, Everywhere, Nowhere, Everywhere, Nowhere, Nowhere },
        { AssessmentAct.StartCycle, Everywhere, Nowhere, Nowhere, Nowhere, Nowhere },
        { AssessmentAct.ReportReading, Everywhere, Nowhere, Nowhere, Nowhere, Own },
        { AssessmentAct.CertifyReading, Nowhere, Nowhere, Nowhere, Nowhere, Own },
        { AssessmentAct.EnterTally, Everywhere, Nowhere, Nowhere, Own, Nowhere },
        { AssessmentAct.CheckTally, Everywhere, Nowhere, Nowhere, Own, Nowhere },
        { AssessmentAct.RecordEntries, Everywhere, Nowhere, Nowhere, Nowhere, Nowhere },
        { AssessmentAct.ComputeResults, Everywhere, Nowhere, Nowhere, Nowhere, Nowhere },
        { AssessmentAct.DecideGrades, Nowhere, Nowhere, Everywhere, Nowhere, Nowhere },
        { AssessmentAct.GradeOfficials, Everywhere, Nowhere, Nowhere, Nowhere, Nowhere },
        { AssessmentAct.RunRectification, Everywhere, Nowhere, Nowhere, Nowhere, Nowhere },
        { AssessmentAct.SubmitRectification, Nowhere, Nowhere, Nowhere, Nowhere, Own },
        { AssessmentAct.ApproveRectification, Nowhere, Nowhere, Everywhere, Nowhere, Nowhere },
        { AssessmentAct.RecheckRectification, Everywhere, Nowhere, Nowhere, Own, Nowhere },
        { AssessmentAct.HoldAdmonition, Everywhere, Nowhere, Everywhere, Nowhere, Nowhere },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Should_give_each_role_its_rights_and_no_more(AssessmentAct act, string office, string administrator, string leader, string team, string unit)
    {
        Assert.Equal(office, RightOf(Role.Office, act));
        Assert.Equal(administrator, RightOf(Role.Administrator, act));
        Assert.Equal(leader, RightOf(Role.Leader, act));
        Assert.Equal(team, RightOf(Role.Team, act));
        Assert.Equal(unit, RightOf(Role.Unit, act));
    }

    [Fact]
    public void Should_have_a_line_for_every_act() =>
        Assert.Equal(Enum.GetValues<AssessmentAct>(), Table.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Should_give_somebody_without_a_role_nothing()
    {
        var nobody = Viewer([], ownUnits: ["xinfu"], teamUnits: [], isOut: true);

        Assert.DoesNotContain(Enum.GetValues<AssessmentAct>(), act => act != AssessmentAct.SeeUnitResult && nobody.May(act));
        Assert.False(nobody.May(AssessmentAct.SeeCycle));
    }

    private static string RightOf(Role role, AssessmentAct act)
    {
        var before = Of(role, isOut: false);
        var after = Of(role, isOut: true);
        return before.May(act) && before.May(act, "other") ? Everywhere
            : before.May(act, "other") || after.May(act, "other") || before.May(act) ? "wrong"
            : before.May(act, "xinfu") ? Own
            : after.May(act, "xinfu") ? OwnOnceGraded
            : Nowhere;
    }

    private static AssessmentViewer Of(Role role, bool isOut) =>
        Viewer([role.Code], role == Role.Unit ? ["xinfu"] : [], role == Role.Team ? ["xinfu"] : [], isOut);

    private static AssessmentViewer Viewer(string[] roles, string[] ownUnits, string[] teamUnits, bool isOut) =>
        new(Actor.Of(new Person { Id = "p", Name = "某人", Roles = roles }), ownUnits.ToHashSet(), teamUnits.ToHashSet(), isOut);
}
