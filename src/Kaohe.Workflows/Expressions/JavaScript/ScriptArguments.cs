using Jint.Native;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>Arguments of a script's call.</summary>
internal static class ScriptArguments
{
    /// <summary>The argument at a position; undefined when it was not given.</summary>
    public static JsValue At(this JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;
}
