using System.Security.Cryptography;
using System.Text;
using Jint;
using Jint.Native;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Execution;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>Elsa's script functions by name.</summary>
internal static class ScriptLibrary
{
    public delegate JsValue Function(Engine engine, ScriptScope scope, JsValue[] arguments);

    public static IReadOnlyDictionary<string, Function> Functions { get; } = new Dictionary<string, Function>(StringComparer.Ordinal)
    {
        ["getVariable"] = (e, s, a) => ScriptValues.ToScript(e, s.Current.TryGetVariable(Text(a, 0), out var value) ? value : null),
        ["setVariable"] = (_, s, a) =>
        {
            s.Current.SetVariable(Text(a, 0), ScriptValues.ToPlain(a.At(1)));
            return JsValue.Undefined;
        },
        ["setOutcome"] = (_, s, a) =>
        {
            s.Current.Scratch = new[] { Text(a, 0) };
            return JsValue.Undefined;
        },
        ["setOutcomes"] = (_, s, a) =>
        {
            s.Current.Scratch = (ScriptValues.ToPlain(a.At(0)) as List<object?>)?.Select(o => o?.ToString() ?? "").ToArray() ?? [Text(a, 0)];
            return JsValue.Undefined;
        },
        ["getInput"] = (e, s, a) => ScriptValues.ToScript(e, s.Current.WorkflowInput.GetValueOrDefault(Text(a, 0))),
        ["getOutputFrom"] = (e, s, a) => ScriptValues.ToScript(e, OutputOf(s.Current, Text(a, 0), a.Length > 1 ? Text(a, 1) : "Result")),
        ["getLastResult"] = (e, s, _) => ScriptValues.ToScript(e, s.Burst.LastResult),
        ["getCorrelationId"] = (_, s, _) => Nullable(s.Current.CorrelationId),
        ["setCorrelationId"] = (_, s, a) =>
        {
            s.Current.CorrelationId = a.At(0).IsNull() || a.At(0).IsUndefined() ? null : Text(a, 0);
            return JsValue.Undefined;
        },
        ["getWorkflowInstanceName"] = (_, s, _) => Nullable(s.Current.WorkflowInstanceName),
        ["setWorkflowInstanceName"] = (_, s, a) =>
        {
            s.Current.WorkflowInstanceName = Text(a, 0);
            return JsValue.Undefined;
        },
        ["getWorkflowInstanceId"] = (_, s, _) => new JsString(s.Current.WorkflowInstanceId),
        ["getWorkflowDefinitionId"] = (_, s, _) => new JsString(s.Current.Workflow.Definition.DefinitionId),
        ["getWorkflowDefinitionVersionId"] = (_, s, _) => new JsString(s.Current.Workflow.Definition.Id),
        ["getWorkflowDefinitionVersion"] = (_, s, _) => JsNumber.Create(s.Current.Workflow.Definition.Version),
        ["isNullOrEmpty"] = (_, _, a) => Nothing(a) || Text(a, 0).Length == 0 ? JsBoolean.True : JsBoolean.False,
        ["isNullOrWhiteSpace"] = (_, _, a) => Nothing(a) || string.IsNullOrWhiteSpace(Text(a, 0)) ? JsBoolean.True : JsBoolean.False,
        ["toJson"] = (_, _, a) => new JsString(PlainValueJson.Write(ScriptValues.ToPlain(a.At(0)))),
        ["parseGuid"] = (_, _, a) => new JsString(Guid.Parse(Text(a, 0)).ToString()),
        ["newGuid"] = (_, s, _) => new JsString(NewGuid(s).ToString()),
        ["newGuidString"] = (_, s, _) => new JsString(NewGuid(s).ToString()),
        ["newShortGuid"] = (_, s, _) => new JsString(Convert.ToBase64String(NewGuid(s).ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        ["stringToBase64"] = (_, _, a) => new JsString(Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(a, 0)))),
        ["stringFromBase64"] = (_, _, a) => new JsString(Encoding.UTF8.GetString(Convert.FromBase64String(Text(a, 0)))),
        ["bytesToBase64"] = (_, _, a) => new JsString(Convert.ToBase64String(Bytes(a))),
        ["bytesFromBase64"] = (e, _, a) => ScriptValues.ToScript(e, Convert.FromBase64String(Text(a, 0)).Select(b => (object?)(int)b).ToList()),
        ["bytesToString"] = (_, _, a) => new JsString(Encoding.UTF8.GetString(Bytes(a))),
        ["bytesFromString"] = (e, _, a) => ScriptValues.ToScript(e, Encoding.UTF8.GetBytes(Text(a, 0)).Select(b => (object?)(int)b).ToList()),
    };

    /// <summary>The latest output of an activity by id or name: what it gave in this burst, else what its output is bound to.</summary>
    public static object? OutputOf(ActivityExecutionContext context, string idOrName, string output)
    {
        if (context.Burst.TryGetOutput(idOrName, output, out var value))
        {
            return value;
        }

        return FindBinding(context, idOrName, output)?.Target is { } target
            ? context.GetVariableById(target) ?? (context.WorkflowOutput.TryGetValue(target, out var kept) ? kept : null)
            : null;
    }

    public static Output? FindBinding(ActivityExecutionContext context, string idOrName, string output)
    {
        var activity = context.Workflow.Activities.FirstOrDefault(a => a.Id == idOrName || a.Name == idOrName);
        return activity?.GetType().GetProperty(output)?.GetValue(activity) as Output;
    }

    private static bool Nothing(JsValue[] arguments) => arguments.At(0).IsNull() || arguments.At(0).IsUndefined();

    private static string Text(JsValue[] arguments, int index) => arguments.At(index).ToString();

    private static JsValue Nullable(string? text) => text is null ? JsValue.Null : new JsString(text);

    private static byte[] Bytes(JsValue[] arguments) =>
        ScriptValues.ToPlain(arguments.At(0)) is List<object?> items ? [.. items.Select(i => (byte)(int)(i ?? 0))] : [];

    // Reproducible like everything in a burst: derived from the burst's own counter.
    private static Guid NewGuid(ScriptScope scope) => new(SHA256.HashData(Encoding.UTF8.GetBytes(scope.Burst.NextId('g'))).AsSpan(0, 16));
}
