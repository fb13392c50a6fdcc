using Kaohe.Activities;
using Kaohe.Assessment.Schemes;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>The blank papers that people rate on: 民主测评票, 民意调查问卷 and 社会评价表, with the kinds of rater and the options of the scheme.</summary>
internal sealed class RatingFormSource : IFieldSource
{
    private const string Ballot = "民主测评票";
    private const string Questionnaire = "民意调查问卷";
    private const string SocialForm = "社会评价表";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = [Ballot, Questionnaire, SocialForm];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.Scheme is not { } scheme)
        {
            return;
        }

        var ballots = scheme.BallotsOf(sheet.Subject.Template switch
        {
            Ballot => CompositeComponent.Ballots,
            Questionnaire => CompositeComponent.Survey,
            _ => CompositeComponent.Social,
        });
        sheet.Know("选项", ballots.Options.Select(option => (object?)new Dictionary<string, object?> { ["名称"] = option.Label }).ToList());
        sheet.Know("测评主体", string.Join('　', ballots.Kinds.Select(kind => $"□{kind.Code} {kind.Name}")));
        sheet.Know("身份", string.Join("　　", ballots.Kinds.Select(kind => $"□{kind.Name}")));
        sheet.Know("单位", sheet.Units.Where(unit => sheet.Concerns(unit.Id)).Select(unit => (object?)new Dictionary<string, object?> { ["名称"] = unit.Name }).ToList());
        if (sheet.Subject.Template == Questionnaire)
        {
            var plan = await sheet.Work.FormAsync<SurveyPlanForm>(TaskKinds.SurveyPlan, null, cancellationToken);
            sheet.Decide("开始日期", plan?.From);
            sheet.Decide("结束日期", plan?.Until);
        }
    }
}
