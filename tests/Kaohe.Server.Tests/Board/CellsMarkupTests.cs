using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kaohe.Activities;
using Kaohe.Office.Tasks;
using Kaohe.Server.Board;
using Kaohe.Server.Shell.Components;

namespace Kaohe.Server.Tests.Board;

public sealed class CellsMarkupTests
{
    private static readonly DateTimeOffset _due = new(2026, 12, 4, 10, 0, 0, TimeSpan.Zero);
    private readonly CellsMarkup _markup = new(HtmlEncoder.Create(UnicodeRanges.All));

    [Fact]
    public void Should_link_a_cell_to_its_first_task_and_say_what_is_open()
    {
        var html = Of(Cell(StateTone.Soon, "即将到期", Open("t1", "报送自查报告", "李堃"), Open("t2", "审签", null)));

        Assert.Contains("""<td><a class="cell-link tone-soon" href="/tasks/t1?box=all" """, html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"五台县，自查总结：即将到期\"", html, StringComparison.Ordinal);
        Assert.Contains("报送自查报告 · 李堃 · 12月4日 18:00到期\n审签 · 无人签收 · 12月4日 18:00到期\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.EndsWith("<i>·</i> 12.4</a></td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_the_last_of_what_is_over_and_how_many_there_were()
    {
        var html = Of(Cell(StateTone.Done, "完成", Ended("t1", "复核"), Ended("t2", "填报")));

        Assert.Contains("复核 · 李堃 · 12月4日 18:00办结\n…共 2 项\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("填报", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_show_a_picture_without_a_link_where_there_is_no_task()
    {
        var html = Of(Cell(StateTone.Idle, "未开始"));

        Assert.StartsWith("""<td><span role="img" class="cell-link tone-idle" """, html, StringComparison.Ordinal);
        Assert.EndsWith("<i></i></span></td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_set_back_what_is_in_another_state_than_the_one_looked_for()
    {
        var row = Row("五台县", Cell(StateTone.Done, "完成", Ended("t1", "复核")));

        Assert.Contains("tone-done off\"", _markup.Of(row, StateTone.Overdue).Value, StringComparison.Ordinal);
        Assert.DoesNotContain(" off\"", _markup.Of(row, StateTone.Done).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_encode_whatever_people_have_written()
    {
        var html = _markup.Of(Row("\"><script>alert(1)</script>", Cell(StateTone.Active, "进行中", Open("t1", "<img src=x onerror=alert(2)>", "a\"b"))), tone: null).Value;

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("a&quot;b", html, StringComparison.Ordinal);
    }

    private string Of(BoardCell cell) => _markup.Of(Row("五台县", cell), tone: null).Value;

    private static BoardRow Row(string name, BoardCell cell) => new("wutai", name, "县市区", [cell]);

    private static BoardCell Cell(StateTone tone, string word, params BoardTask[] tasks) =>
        new(StepCodes.SelfAssessment, tone, word, tasks.Length == 0 ? null : new DateOnly(2026, 12, 4), tasks, Overdue: 0);

    private static BoardTask Open(string id, string title, string? who) => new(id, title, TaskState.Open, IsLive: true, who, _due, EndedAt: null);

    private static BoardTask Ended(string id, string title) => new(id, title, TaskState.Completed, IsLive: false, "李堃", _due, _due);
}
