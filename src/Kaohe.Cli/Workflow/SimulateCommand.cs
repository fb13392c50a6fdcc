using System.CommandLine;
using System.Text.Json;
using Kaohe.Activities.Plans;
using Kaohe.Activities.Publication;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Simulation;
using Kaohe.Workflows.Values;

namespace Kaohe.Cli.Workflow;

/// <summary><c>kaohe workflow simulate</c>: plays a definition in memory with a virtual clock, or a folder of conformance cases.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("DEFINITION") { Description = "要模拟的流程定义文件。", Arity = ArgumentArity.ZeroOrOne };
        var with = new Option<string[]>("--with") { Description = "一起载入的其他流程定义（子流程）。", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var input = new Option<string?>("--input") { Description = "流程输入，一个 JSON 对象。", HelpName = "JSON" };
        var stimulus = new Option<string[]>("--stimulus")
        {
            Description = "启动后的激励，可多次给出：{\"resume\":\"活动编号\",\"input\":{…}}、{\"event\":\"名称\"}、{\"advance\":\"时:分:秒\"}、{\"cancel\":true}。不给则依次恢复所有等待。",
            HelpName = "JSON",
        };
        var json = new Option<bool>("--json") { Description = "输出 JSON，每个结果一行。" };
        var cases = new Option<string?>("--cases") { Description = "运行文件夹里的所有用例。", HelpName = "DIR" };
        var start = new Option<DateTimeOffset>("--now") { Description = "虚拟时钟的起点。", DefaultValueFactory = _ => new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)) };
        var city = new Option<string?>("--city") { Description = "年度流程用的演示城市数据；默认为 data/demo-city。", HelpName = "DIR" };
        var command = new Command("simulate", "在内存里用虚拟时钟模拟流程，不发邮件，不改数据。") { file, with, input, stimulus, json, cases, start, city };
        command.SetAction(result =>
        {
            var now = result.GetValue(start);
            return result.GetValue(cases) is { } folder
                ? CaseRunner.Run(folder, now, Console.Out, Console.Error)
                : result.GetValue(file) is { } path
                    ? Run(path, result.GetValue(with) ?? [], result.GetValue(input), result.GetValue(stimulus) ?? [], result.GetValue(json), now, result.GetValue(city))
                    : Refuse("请给出流程定义文件，或用 --cases 给出用例文件夹。");
        });
        return command;
    }

    private static int Run(string path, string[] with, string? input, string[] stimuli, bool asJson, DateTimeOffset now, string? city)
    {
        try
        {
            var main = DefinitionFiles.Read(path);
            WorkflowDefinition[] all = [main, .. with.Select(DefinitionFiles.Read)];
            var flow = new WorkflowCompiler(CliActivities.Registry).Compile(main);
            if (stimuli.Length == 0 && input is null && !asJson && PublicationCheck.IsAnnual(main, flow))
            {
                return YearCommand.Run(all, path, city, now, Console.Out);
            }

            // Waking it up again and again would do nobody's work.
            if (stimuli.Length == 0 && flow.Activities.OfType<PlannedActivity>().Any())
            {
                return Refuse($"“{main.Name ?? main.DefinitionId}”要等人办任务、出公文，单独推演走不下去。请推演 workflows/annual-assessment.json（整改随全年一起走），或者用 --stimulus 逐个给出激励。");
            }

            var run = new ConformanceCase
            {
                Name = main.Name ?? main.DefinitionId,
                DefinitionId = main.DefinitionId,
                Input = Parse(input, "--input") as Dictionary<string, object?> ?? [],
                Stimuli = [.. stimuli.Select(ParseStimulus)],
                ThenResumeAllPending = stimuli.Length == 0,
                Definitions = all,
            };
            var (result, host) = SimulationRun.Play(CliActivities.Registry, run, now);
            if (asJson)
            {
                Console.Out.WriteLine(CaseRunner.ToJson(result));
            }
            else
            {
                Timeline.Print(Console.Out, result, host);
            }

            return 0;
        }
        catch (DefinitionException problem)
        {
            DefinitionFiles.Print(Console.Error, path, problem.Problems);
            return 1;
        }
        catch (Exception problem) when (problem is WorkflowException or FormatException)
        {
            return Refuse(problem.Message);
        }
    }

    private static object? Parse(string? json, string option)
    {
        try
        {
            return json is null ? null : PlainValue.Parse(json);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{option} 的值不是有效的 JSON：{json}", problem);
        }
    }

    private static JsonElement ParseStimulus(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new FormatException($"--stimulus 的值不是有效的 JSON：{json}", problem);
        }
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
