using Kaohe.Office.Tasks;
using Kaohe.Server.Board;
using Kaohe.Server.Shell.Components;

namespace Kaohe.Server.Tests.Board;

/// <summary>What is said before a step is closed.</summary>
public sealed class BoardWordsTests
{
    private const string Step = "Supervision";

    [Fact]
    public void Should_name_work_of_the_whole_city_and_the_units_that_have_not_finished()
    {
        var view = View(Row("全市", "制定督查计划"), Row("忻府区", "报送佐证"), Row("代县", null));

        Assert.Equal("全市工作“制定督查计划”没有办结；还有 1 个单位没有办结：忻府区。结束后这些任务取消，流程进入下一环节，不能恢复。", BoardWords.BeforeClosing(view, Step));
        Assert.StartsWith("全市工作“制定督查计划”没有办结。", BoardWords.BeforeClosing(View(Row("全市", "制定督查计划")), Step), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_that_nothing_is_left_only_when_nothing_is() =>
        Assert.StartsWith("本环节没有未办结的任务。", BoardWords.BeforeClosing(View(Row("全市", null), Row("代县", null)), Step), StringComparison.Ordinal);

    private static BoardView View(BoardRow city, params IReadOnlyList<BoardRow> units) => new(2026, [], city, units);

    private static BoardRow Row(string name, string? live) => new(
        name, name, "", [new BoardCell(Step, StateTone.Active, "", null, live is null ? [] : [new BoardTask("t", live, TaskState.Open, true, null, null, null)], 0)]);
}
