using Kaohe.Office.Calendar;

namespace Kaohe.Cli.Workflow;

/// <summary>The official holiday tables, read from the nearest <c>data/calendar</c>.</summary>
internal static class CalendarFolder
{
    /// <summary>Loads the tables; without a folder only weekends are days off.</summary>
    /// <param name="file">The file from which the search goes upwards.</param>
    public static WorkingCalendar LoadAbove(string file)
    {
        var folder = DataFolder.Nearest(Path.GetDirectoryName(Path.GetFullPath(file))!, "calendar") ?? DataFolder.Nearest(Environment.CurrentDirectory, "calendar");
        if (folder is null)
        {
            return WorkingCalendar.Empty;
        }

        var tables = Directory.GetFiles(folder, "*.json").Where(f => int.TryParse(Path.GetFileNameWithoutExtension(f), out _)).Select(File.OpenRead).ToList();
        try
        {
            return WorkingCalendar.Load(tables);
        }
        finally
        {
            tables.ForEach(t => t.Dispose());
        }
    }
}
