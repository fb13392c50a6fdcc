using System.Collections.Frozen;

namespace Kaohe.Activities;

/// <summary>The 11 steps by code and Chinese name, in the order of the regulation (seed: 严格考核程序).</summary>
public static class StepCodes
{
    /// <summary>督查落实.</summary>
    public const string Supervision = "Supervision";

    /// <summary>自查总结.</summary>
    public const string SelfAssessment = "SelfAssessment";

    /// <summary>考核预告.</summary>
    public const string AdvanceNotice = "AdvanceNotice";

    /// <summary>考核大会.</summary>
    public const string AssessmentMeeting = "AssessmentMeeting";

    /// <summary>民主测评.</summary>
    public const string DemocraticEvaluation = "DemocraticEvaluation";

    /// <summary>个别谈话.</summary>
    public const string IndividualInterviews = "IndividualInterviews";

    /// <summary>民意调查.</summary>
    public const string PublicOpinionSurvey = "PublicOpinionSurvey";

    /// <summary>社会评价.</summary>
    public const string SocialEvaluation = "SocialEvaluation";

    /// <summary>综合评价.</summary>
    public const string ComprehensiveEvaluation = "ComprehensiveEvaluation";

    /// <summary>考核汇总.</summary>
    public const string ScoreAggregation = "ScoreAggregation";

    /// <summary>结果评定.</summary>
    public const string ResultDetermination = "ResultDetermination";

    private const string Namespace = "Kaohe.";

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Supervision] = "督查落实",
        [SelfAssessment] = "自查总结",
        [AdvanceNotice] = "考核预告",
        [AssessmentMeeting] = "考核大会",
        [DemocraticEvaluation] = "民主测评",
        [IndividualInterviews] = "个别谈话",
        [PublicOpinionSurvey] = "民意调查",
        [SocialEvaluation] = "社会评价",
        [ComprehensiveEvaluation] = "综合评价",
        [ScoreAggregation] = "考核汇总",
        [ResultDetermination] = "结果评定",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All codes, in the order of the regulation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Supervision, SelfAssessment, AdvanceNotice, AssessmentMeeting, DemocraticEvaluation, IndividualInterviews,
        PublicOpinionSurvey, SocialEvaluation, ComprehensiveEvaluation, ScoreAggregation, ResultDetermination,
    ];

    /// <summary>The Chinese name; the code itself when it is none of the 11.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);

    /// <summary>The step of an activity type, for example of <c>Kaohe.Supervision</c>.</summary>
    /// <returns>The code; null when the type is no step.</returns>
    public static string? OfType(string typeName) =>
        typeName.StartsWith(Namespace, StringComparison.Ordinal) && Names.ContainsKey(typeName[Namespace.Length..]) ? typeName[Namespace.Length..] : null;
}
