using BenchmarkDotNet.Running;
using Kaohe.Benchmarks.Engine;

// "engine": a quick figure. Anything else goes to BenchmarkDotNet, for example --filter '*Engine*'.
if (args is ["engine"])
{
    EngineLoad.Run();
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(EngineLoad).Assembly).Run(args);
return 0;
