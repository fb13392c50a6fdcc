using Xunit;

namespace Kaohe.Architecture.Tests;

/// <summary>The listing of src/Kaohe.Activities/Steps is the regulation's table of contents.</summary>
public sealed class StepFolderTests
{
    private static readonly string[] _steps =
    [
        "Supervision.cs", "SelfAssessment.cs", "AdvanceNotice.cs", "AssessmentMeeting.cs", "DemocraticEvaluation.cs", "IndividualInterviews.cs",
        "PublicOpinionSurvey.cs", "SocialEvaluation.cs", "ComprehensiveEvaluation.cs", "ScoreAggregation.cs", "ResultDetermination.cs",
    ];

    [Fact]
    public void Should_hold_one_file_for_each_of_the_eleven_steps_and_nothing_else()
    {
        var folder = Repository.At("src", "Kaohe.Activities", "Steps");
        Assert.SkipUnless(Directory.Exists(folder), "src/Kaohe.Activities/Steps does not exist yet");

        var entries = Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!);

        Assert.Equal(_steps.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
    }
}
