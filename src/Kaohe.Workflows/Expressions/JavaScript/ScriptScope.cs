using Jint;
using Jint.Native;
using Jint.Runtime;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>
/// The script engine of one burst. Scripts that declare or assign names get an engine of their own, so that no script sees another's traces;
/// the many plain expressions of a flow share one.
/// </summary>
internal sealed class ScriptScope(Burst burst) : IDisposable
{
    /// <summary>Longest time one script may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private Engine? _shared;
    private ScriptFunctions? _sharedFunctions;
    private int _runs;

    public ActivityExecutionContext Current { get; private set; } = null!;

    public Burst Burst => burst;

    public object? Run(PreparedScript script, ActivityExecutionContext context)
    {
        var outer = Current;
        Current = context;
        try
        {
            if (!script.LeavesTraces)
            {
                _shared ??= Create();
                _sharedFunctions ??= new ScriptFunctions(_shared, this);
                return Run(script, _shared, _sharedFunctions);
            }

            using var engine = Create();
            return Run(script, engine, new ScriptFunctions(engine, this));
        }
        catch (JavaScriptException problem)
        {
            throw new WorkflowException(problem.Message, problem);
        }
        catch (Exception problem) when (problem is TimeoutException or StatementsCountOverflowException)
        {
            throw new WorkflowException($"JavaScript 运行超过 {Timeout.TotalSeconds:0} 秒或语句过多，已停止。请检查循环。", problem);
        }
        catch (Exception problem) when (problem is MemoryLimitExceededException or RecursionDepthOverflowException)
        {
            throw new WorkflowException("JavaScript 用的内存或递归层数超过上限，已停止。", problem);
        }
        finally
        {
            Current = outer;
        }
    }

    public void Dispose() => _shared?.Dispose();

    private static object? Run(PreparedScript script, Engine engine, ScriptFunctions functions)
    {
        functions.Bring(script.Names);
        var result = ScriptValues.ToPlain(engine.Evaluate(script.Script));
        functions.TakeBack();
        return result;
    }

    private Engine Create() => new(options =>
    {
        options.MaxStatements(5_000_000);
        options.TimeoutInterval(Timeout);
        options.LimitMemory(64 * 1024 * 1024);
        options.LimitRecursion(200);
        options.Constraints.RegexTimeout = TimeSpan.FromSeconds(1);
        options.Constraints.MaxArraySize = 1_000_000;
        options.DisableStringCompilation();
        options.TimeSystem = new BurstTimeSystem(burst.Now, China);

        // Math.random has to give the same numbers when the burst runs again, so it is seeded by the instance and the number of the run.
        var seed = (uint)burst.InstanceId.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) + (uint)Interlocked.Increment(ref _runs);
        options.AddLazyGlobal("__seed", _ => JsNumber.Create(seed));
    });
}
