using System.Diagnostics;
using Kaohe.Workflows.Compilation;

namespace Kaohe.Benchmarks.Engine;

/// <summary>The same runs over a fixed number of seconds, for a quick figure: runs a second and bytes a run on one thread.</summary>
internal static class EngineLoad
{
    public static void Run()
    {
        Measure("11 steps, literals", ElevenSteps.Compile(withScripts: false));
        Measure("11 steps, JavaScript", ElevenSteps.Compile(withScripts: true));
    }

    private static void Measure(string name, CompiledWorkflow workflow)
    {
        Count(workflow, TimeSpan.FromSeconds(1));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var runs = Count(workflow, TimeSpan.FromSeconds(4));
        var elapsed = watch.Elapsed;
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine($"{name}: {runs / elapsed.TotalSeconds:N0} runs/s, {cpu.TotalMicroseconds / runs:N1} µs of CPU a run, {allocated / 1024.0 / runs:N1} KiB a run");
    }

    private static long Count(CompiledWorkflow workflow, TimeSpan span)
    {
        var runs = 0L;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < span; runs++)
        {
            ElevenSteps.Run(workflow, ElevenSteps.Nothing, "bench");
        }

        return runs;
    }
}
