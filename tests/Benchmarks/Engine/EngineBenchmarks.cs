using BenchmarkDotNet.Attributes;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Execution;

namespace Kaohe.Benchmarks.Engine;

/// <summary>Whole runs of the eleven-step flowchart in memory. Goals: 20,000 runs/s and 20 KiB a run with literals, 5,000 runs/s with scripts.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private readonly CompiledWorkflow _literals = ElevenSteps.Compile(withScripts: false);
    private readonly CompiledWorkflow _scripts = ElevenSteps.Compile(withScripts: true);

    /// <summary>Inputs are literals.</summary>
    [Benchmark(Baseline = true)]
    public BurstResult Literals() => ElevenSteps.Run(_literals, ElevenSteps.Nothing, "bench");

    /// <summary>Inputs are JavaScript.</summary>
    [Benchmark]
    public BurstResult Scripts() => ElevenSteps.Run(_scripts, ElevenSteps.Nothing, "bench");
}
