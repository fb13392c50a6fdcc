using Kaohe.Assessment.Readings;
using Xunit;

namespace Kaohe.Assessment.Tests.Records;

public sealed class ReadingTests
{
    private static readonly Reading Reported = Given.Reading("a", "E1", 10m) with { Certification = null };

    [Fact]
    public void Should_keep_the_old_figure_and_need_a_new_certification_when_changed()
    {
        var certified = Reported.Certify(new Certification("stats", "张三", Given.Noon), "stats");
        Assert.True(certified.Counts);

        var corrected = certified.Correct(9m, "口径调整", "李四", Given.Noon);

        Assert.False(corrected.Counts);
        Assert.Equal(new ReadingChange(10m, 9m, "口径调整", "李四", Given.Noon), Assert.Single(corrected.History));
    }

    [Fact]
    public void Should_be_certified_only_by_its_data_department_and_with_evidence()
    {
        var exception = Assert.Throws<RulesBrokenException>(() =>
            (Reported with { Evidence = [] }).Certify(new Certification("finance", "张三", Given.Noon), "stats"));
        Assert.Equal(
            [typeof(OnlyDataDepartmentCertifiesRule), typeof(ReadingHasEvidenceRule)],
            exception.BrokenRules.Select(rule => rule.GetType()));
    }

    [Fact]
    public void Should_want_a_reason_for_a_change() =>
        Assert.IsType<ReasonRequiredRule>(Assert.Single(
            Assert.Throws<RulesBrokenException>(() => Reported.Correct(9m, "", "李四", Given.Noon)).BrokenRules));
}
