using System.Numerics;

namespace Kaohe.Activities.Publication;

/// <summary>What the regulation demands of the order: sets of steps as bits, and what must lie behind a step (严格考核程序: no step skipped or altered).</summary>
internal static class StepOrder
{
    private static readonly int FieldWork = Set(StepCodes.DemocraticEvaluation, StepCodes.IndividualInterviews, StepCodes.PublicOpinionSurvey, StepCodes.SocialEvaluation);
    private static readonly int All = (1 << StepCodes.All.Count) - 1;

    /// <summary>The step as a set of one; 0 when the code is none of the 11.</summary>
    public static int Set(params ReadOnlySpan<string> codes)
    {
        var set = 0;
        foreach (var code in codes)
        {
            for (var i = 0; i < StepCodes.All.Count; i++)
            {
                set |= StepCodes.All[i] == code ? 1 << i : 0;
            }
        }

        return set;
    }

    /// <summary>The steps that must be finished before this one begins. 5–8 feed 9, all nine feed 10, all ten lie before 11.</summary>
    public static int Before(string code) => code switch
    {
        StepCodes.ResultDetermination => All & ~Set(StepCodes.ResultDetermination),
        StepCodes.ScoreAggregation => All & ~Set(StepCodes.ResultDetermination, StepCodes.ScoreAggregation),
        StepCodes.ComprehensiveEvaluation => FieldWork,
        _ => 0,
    };

    /// <summary>The codes of a set, in order.</summary>
    public static IEnumerable<string> Codes(int set) => StepCodes.All.Where((_, i) => (set & (1 << i)) != 0);

    /// <summary>How many are in a set.</summary>
    public static int Count(int set) => BitOperations.PopCount((uint)set);
}
