using System.Text;
using System.Text.Encodings.Web;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace Kaohe.Server.Board;

/// <summary>
/// The eleven cells of a row as one piece of HTML. Cells are links and nothing else, and there are a thousand of them: written element by element they
/// are most of what the server sends and the browser builds when 进度总览 opens. Every text goes through the encoder.
/// </summary>
/// <param name="encoder">Encodes texts for HTML.</param>
public sealed class CellsMarkup(HtmlEncoder encoder)
{
    private const int MostTold = 4;
    private const int SizeOfCell = 360;

    /// <summary>The <c>td</c> elements of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="tone">The state looked for; cells in another one stand back. Null for all.</param>
    public MarkupString Of(BoardRow row, StateTone? tone)
    {
        var html = new StringBuilder(row.Cells.Count * SizeOfCell);
        foreach (var cell in row.Cells)
        {
            var label = $"{row.Name}，{StepCodes.NameOf(cell.StepCode)}：{cell.Word}";
            html.Append("<td><").Append(cell.TaskId is null ? "span role=\"img\"" : "a")
                .Append(" class=\"cell-link tone-").Append(cell.Tone.ToString().ToLowerInvariant()).Append(tone is not null && cell.Tone != tone ? " off\"" : "\"");
            if (cell.TaskId is { } id)
            {
                Write(" href", $"/tasks/{id}?box=all");
            }

            Write(" title", Hover(row, cell));
            Write(" aria-label", label);
            html.Append("><i>").Append(Sign(cell.Tone)).Append("</i>");
            if (cell.Date is { } date)
            {
                html.Append(' ').Append(date.Month).Append('.').Append(date.Day);
            }

            html.Append(cell.TaskId is null ? "</span></td>" : "</a></td>");
        }

        return new MarkupString(html.ToString());

        void Write(string name, string text) => html.Append(name).Append("=\"").Append(encoder.Encode(text)).Append('"');
    }

    private static string Sign(StateTone tone) => tone switch
    {
        StateTone.Done => "✓",
        StateTone.Overdue => "!",
        StateTone.Returned => "↩",
        StateTone.ToSign => "签",
        StateTone.Soon => "·",
        StateTone.Active => "▸",
        _ => "",
    };

    // What waits is told one by one; of what is over, the last.
    private static string Hover(BoardRow row, BoardCell cell)
    {
        var told = cell.Tasks.Take(cell.Tasks.Any(task => task.IsLive) ? MostTold : 1).ToList();
        var more = cell.Tasks.Count > told.Count ? $"\n…共 {cell.Tasks.Count} 项" : null;
        return string.Join('\n', told.Select(Told).Prepend($"{row.Name} · {StepCodes.NameOf(cell.StepCode)}：{cell.Word}")) + more;
    }

    private static string Told(BoardTask task)
    {
        var when = (task.IsLive, task.DueAt, task.EndedAt) switch
        {
            (true, { } due, _) => $"{OfficeTime.Moment(due)}到期",
            (true, null, _) => "不限时",
            (false, _, { } ended) => $"{OfficeTime.Moment(ended)}办结",
            _ => "",
        };
        return $"{task.Title} · {task.Who ?? "无人签收"} · {when}";
    }
}
