// Rebuilds templates/word: dotnet run --project tools/MakeTemplates -- templates/word
// The office edits the files afterwards in Word or WPS; this program is how the ones we ship were made.
using MakeTemplates;

var folder = args.Length > 0 ? args[0] : Path.Combine("templates", "word");
Directory.CreateDirectory(folder);
foreach (var (name, write) in TemplateSet.All)
{
    var path = Path.Combine(folder, name + ".docx");
    File.WriteAllBytes(path, TemplateSet.Build(write));
    Console.WriteLine(path);
}
