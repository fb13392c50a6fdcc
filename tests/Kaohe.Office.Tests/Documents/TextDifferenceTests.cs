using Kaohe.Office.Documents;

namespace Kaohe.Office.Tests.Documents;

public sealed class TextDifferenceTests
{
    [Fact]
    public void Should_show_what_was_changed_clause_by_clause() =>
        Assert.Equal(
            [
                new TextRun(TextChange.Same, "各县市区：\n定于3月，"),
                new TextRun(TextChange.Removed, "开展督查。"),
                new TextRun(TextChange.Added, "开展第一季度督查，请做好准备。"),
                new TextRun(TextChange.Same, "联系人：考核办"),
            ],
            TextDifference.Of("各县市区：\n定于3月，开展督查。联系人：考核办", "各县市区：\n定于3月，开展第一季度督查，请做好准备。联系人：考核办"));

    [Fact]
    public void Should_leave_a_reader_only_what_stands_around_a_change()
    {
        var runs = TextDifference.Of("开头的一长段文字都没有变，三月检查。结尾的一长段文字也没有变𬭎。", "开头的一长段文字都没有变，四月检查。结尾的一长段文字也没有变𬭎。");

        Assert.Equal("…没有变，[-三月检查。][+四月检查。]结尾的一…", string.Concat(TextDifference.Shortened(runs, 4).Select(Marked)));
        Assert.Empty(TextDifference.Shortened(TextDifference.Of("一，二。", "一，二。")));

        static string Marked(TextRun run) => run.Change switch { TextChange.Added => $"[+{run.Text}]", TextChange.Removed => $"[-{run.Text}]", _ => run.Text };
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("一，二。", "一，二。")]
    [InlineData("", "一，二。")]
    [InlineData("一，二。", "")]
    [InlineData("一，二，三。", "三。二，一，")]
    [InlineData("甲，乙，甲，乙。", "乙，甲，乙，甲。")]
    public void Should_give_back_both_texts_whole(string older, string newer)
    {
        var runs = TextDifference.Of(older, newer);
        Assert.Equal(older, string.Concat(runs.Where(run => run.Change != TextChange.Added).Select(run => run.Text)));
        Assert.Equal(newer, string.Concat(runs.Where(run => run.Change != TextChange.Removed).Select(run => run.Text)));
    }

    [Fact]
    public void Should_not_compare_endless_texts_clause_by_clause()
    {
        var older = string.Concat(Enumerable.Range(0, 5000).Select(i => $"甲{i}，"));
        var newer = string.Concat(Enumerable.Range(0, 5000).Select(i => $"乙{i}，"));
        Assert.Equal([TextChange.Removed, TextChange.Added], TextDifference.Of(older, newer).Select(run => run.Change));
    }
}
