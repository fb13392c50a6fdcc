using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Simulation;

namespace Kaohe.Cli.Workflow;

/// <summary>Runs every case of a folder and prints one JSON line each, in the order of the file names.</summary>
internal static class CaseRunner
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new BookmarkConverter() },
    };

    /// <summary>Runs the cases.</summary>
    /// <returns>0 when every case could be played; a case that cannot is named on the error stream and gives a line with its error.</returns>
    public static int Run(string folder, DateTimeOffset now, TextWriter output, TextWriter errors)
    {
        if (!Directory.Exists(folder))
        {
            errors.WriteLine($"没有文件夹“{folder}”。");
            return 1;
        }

        var failed = 0;
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                output.WriteLine(ToJson(SimulationRun.Play(CliActivities.Registry, ConformanceCase.Read(File.ReadAllText(file)), now).Result));
            }
            catch (Exception problem) when (problem is DefinitionException or WorkflowException or FormatException or JsonException)
            {
                failed++;
                errors.WriteLine($"{file}：{problem.Message}");
                output.WriteLine(JsonSerializer.Serialize(new { name = Path.GetFileNameWithoutExtension(file), error = problem.Message }, Json));
            }
        }

        return failed == 0 ? 0 : 1;
    }

    public static string ToJson(SimulationResult result) => JsonSerializer.Serialize(result, Json);

    // Cases show a hash only where it is reproducible; elsewhere the member is absent.
    private sealed class BookmarkConverter : JsonConverter<SimulatedBookmark>
    {
        public override SimulatedBookmark Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SimulatedBookmark value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteString("activityId", value.ActivityId);
            if (value.Hash is not null)
            {
                writer.WriteString("hash", value.Hash);
            }

            writer.WriteEndObject();
        }
    }
}
