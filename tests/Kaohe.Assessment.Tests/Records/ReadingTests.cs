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
    public void Should_count_no_more_once_its_data_department_refuses_it_and_say_why()
    {
        var certified = Reported.Certify(new Certification("stats", "张三", Given.Noon), "stats");

        var refused = certified.Refuse(new CertificationRefusal("stats", "台账与报表不一致。", "张三", Given.Noon), "stats");

        Assert.False(refused.Counts);
        Assert.Equal("数据认定部门不予认定（台账与报表不一致），按未完成计。", Assert.Single(refused.CountingRules.SelectMany(rule => rule.Problems())).Message);
        Assert.Null(refused.Certify(new Certification("stats", "张三", Given.Noon), "stats").Refusal);
        Assert.Null(refused.Correct(9m, "口径调整", "李四", Given.Noon).Refusal);
    }

    [Fact]
    public void Should_be_refused_only_by_its_data_department_and_with_a_reason()
    {
        var exception = Assert.Throws<RulesBrokenException>(() => Reported.Refuse(new CertificationRefusal("finance", "", "张三", Given.Noon), "stats"));
        Assert.Equal([typeof(OnlyDataDepartmentCertifiesRule), typeof(ReasonRequiredRule)], exception.BrokenRules.Select(rule => rule.GetType()));
    }

    [Fact]
    public void Should_want_a_reason_for_a_change() =>
        Assert.IsType<ReasonRequiredRule>(Assert.Single(
            Assert.Throws<RulesBrokenException>(() => Reported.Correct(9m, "", "李四", Given.Noon)).BrokenRules));
}
