namespace Kaohe.Documents.Tests.Support;

/// <summary>Converts Word files in one batch with a profile of its own (two processes on one profile write nothing).</summary>
internal static class LibreOffice
{
    /// <summary>Returns the folder that now holds a .pdf beside each .docx.</summary>
    public static async Task<string> ToPdf(string folder)
    {
        var files = Directory.GetFiles(folder, "*.docx");
        await Shell.Run(
            "soffice",
            ["-env:UserInstallation=file://" + Path.Combine(folder, "profile"), "--headless", "--convert-to", "pdf", "--outdir", folder, .. files]);
        return folder;
    }
}
