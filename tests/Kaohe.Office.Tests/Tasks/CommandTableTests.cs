using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;

namespace Kaohe.Office.Tests.Tasks;

/// <summary>
/// The table of ADR 0007, read from the decision itself: every command × mode × state is played, and must do what the cell says. A cell names the task's
/// new state (and the round's, when it changes); × is a refusal; modes that differ stand behind the general answer.
/// </summary>
public sealed class CommandTableTests
{
    private static readonly Dictionary<(string Command, string State), string> Cells = Read();

    public static TheoryData<string, string, string> All =>
        [.. from command in CellCommands.All from mode in CellWords.Modes from state in CellWords.States select (command.Name, mode.Name, CellWords.Of(state))];

    [Theory]
    [MemberData(nameof(All))]
    public void Should_do_what_the_table_says(string command, string mode, string state)
    {
        GivenCell cell = new(ModeOf(mode), StateOf(state));
        Assert.Equal(Expected(Cells[(command, state)], mode), cell.Try(CellCommands.All.Single(one => one.Name == command)));
    }

    [Fact]
    public void Should_have_a_row_for_every_command_and_a_column_for_every_state()
    {
        Assert.Equal(CellCommands.All.Select(command => command.Name), Cells.Keys.Select(key => key.Command).Distinct());
        Assert.Equal(CellCommands.All.Count * CellWords.States.Count, Cells.Count);
        Assert.Equal(Enum.GetValues<TaskState>().Order(), CellWords.States.Order());
    }

    private static string Expected(string cell, string mode)
    {
        var parts = cell.Split('；');
        return parts.Skip(1).Select(part => part.Split('：')).FirstOrDefault(part => part[0].Split('、').Contains(mode))?[1] ?? parts[0];
    }

    private static SigningMode? ModeOf(string name) => CellWords.Modes.Single(mode => mode.Name == name).Mode;

    private static TaskState StateOf(string name) => CellWords.States.Single(state => CellWords.Of(state) == name);

    private static Dictionary<(string Command, string State), string> Read()
    {
        var lines = File.ReadAllLines(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "adr"), "0007-*.md").Single());
        var rows = lines.SkipWhile(line => !line.StartsWith("| command |", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).Select(Split).ToList();
        return rows.Skip(2).SelectMany(row => row.Skip(1).Select((cell, column) => ((row[0], rows[0][column + 1]), cell))).ToDictionary(one => one.Item1, one => one.cell);
    }

    private static string[] Split(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
}
