using Kaohe.EndToEnd.Given;

namespace Kaohe.EndToEnd.Pages;

/// <summary>The product with an annual flow in which the 督查通知 goes out unsigned, so that the units have their tasks at once.</summary>
public sealed class UnsignedProduct : DemoProduct
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(base.Settings) { ["Workflows__Folder"] = Flows() };

    private string Flows()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "flows")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "workflows")))
        {
            // The first leaderSigns of the file is that of 督查落实.
            var text = File.ReadAllText(file);
            var at = text.IndexOf("\"leaderSigns\"", StringComparison.Ordinal);
            var value = at < 0 ? -1 : text.IndexOf("\"yes\"", at, StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), value < 0 || !file.Contains("annual", StringComparison.Ordinal) ? text : text.Remove(value, 5).Insert(value, "\"no\""));
        }

        return folder;
    }
}
