using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>Reproducible <c>Math.random</c>: a burst that runs again must do the same again.</summary>
internal static class ScriptRandom
{
    public static void Seed(Engine engine)
    {
        var state = (uint)engine.GetValue("__seed").AsNumber() | 1u;
        engine.GetValue("Math").AsObject().Set("random", new ClrFunction(engine, "random", (_, _) =>
        {
            // xorshift32
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return JsNumber.Create(state / 4294967296.0);
        }));
    }
}
