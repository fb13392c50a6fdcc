using Jint;
using Jint.Native;
using Jint.Runtime.Interop;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Expressions.JavaScript;

/// <summary>What a script may call: Elsa's functions, and a getter and a setter for each variable and input that it mentions.</summary>
internal sealed class ScriptFunctions(Engine engine, ScriptScope scope)
{
    private readonly HashSet<string> _brought = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accessors = new(StringComparer.Ordinal);
    private JsObject? _variables;
    private Dictionary<string, JsValue>? _variablesBefore;

    /// <summary>Puts what the script mentions into its scope.</summary>
    public void Bring(IReadOnlyList<string> names)
    {
        _variables = null;
        foreach (var name in names)
        {
            if (name == "variables")
            {
                BringVariables();
            }
            else if (ScriptLibrary.Functions.TryGetValue(name, out var function))
            {
                if (_brought.Add(name))
                {
                    Define(name, arguments => function(engine, scope, arguments));
                }
            }
            else if (name == "Math" && _brought.Add(name))
            {
                ScriptRandom.Seed(engine);
            }
            else
            {
                BringAccessor(name);
            }
        }
    }

    /// <summary>Writes changed members of <c>variables</c> back.</summary>
    public void TakeBack()
    {
        if (_variables is null)
        {
            return;
        }

        foreach (var (name, before) in _variablesBefore!)
        {
            var after = _variables.Get(name);
            if (!ReferenceEquals(before, after) && !before.Equals(after))
            {
                scope.Current.SetVariable(name, ScriptValues.ToPlain(after));
            }
        }
    }

    private void BringVariables()
    {
        var context = scope.Current;
        _variables = new JsObject(engine);
        _variablesBefore = [];
        foreach (var name in context.VariableNames().Distinct(StringComparer.Ordinal))
        {
            context.TryGetVariable(name, out var value);
            var item = ScriptValues.ToScript(engine, value);
            _variables.Set(name, item);
            _variablesBefore[name] = _variables.Get(name);
        }

        engine.SetValue("variables", _variables);
    }

    private void BringAccessor(string name)
    {
        var subject = name.Length > 3 && name[1] == 'e' && name[2] == 't' ? name[3..] : null;
        var accessor = subject is null ? null
            : name[0] == 'g' ? Getter(subject)
            : name[0] == 's' ? Setter(subject)
            : null;
        if (accessor is not null)
        {
            if (_accessors.Add(name))
            {
                Define(name, accessor);
            }
        }
        else if (_accessors.Remove(name))
        {
            engine.Global.Delete(name);
        }
    }

    // The name is looked up when the function is called, because the shared engine serves activities in different scopes.
    private Func<JsValue[], JsValue>? Getter(string subject)
    {
        if (Resolve(subject) is not null)
        {
            return _ => ScriptValues.ToScript(engine, Resolve(subject)?.Value);
        }

        var from = subject.IndexOf("From", StringComparison.Ordinal);
        return from > 0 && ScriptLibrary.FindBinding(scope.Current, subject[(from + 4)..], subject[..from]) is not null
            ? _ => ScriptValues.ToScript(engine, ScriptLibrary.OutputOf(scope.Current, subject[(from + 4)..], subject[..from]))
            : null;
    }

    private Func<JsValue[], JsValue>? Setter(string subject) =>
        VariableNamed(scope.Current, subject) is null ? null : arguments =>
        {
            scope.Current.SetVariable(VariableNamed(scope.Current, subject) ?? subject, ScriptValues.ToPlain(arguments.At(0)));
            return JsValue.Undefined;
        };

    private Box? Resolve(string subject)
    {
        var context = scope.Current;
        if (VariableNamed(context, subject) is { } name && context.TryGetVariable(name, out var value))
        {
            return new Box(value);
        }

        var input = context.Workflow.Definition.Inputs.FirstOrDefault(i => Pascal(i.Name) == subject);
        return input is null ? null : new Box(context.WorkflowInput.GetValueOrDefault(input.Name));
    }

    private static string? VariableNamed(ActivityExecutionContext context, string subject) =>
        context.TryGetVariable(subject, out _) ? subject : context.VariableNames().FirstOrDefault(n => Pascal(n) == subject);

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private void Define(string name, Func<JsValue[], JsValue> call) =>
        engine.SetValue(name, new ClrFunction(engine, name, (_, arguments) => call(arguments)));

    private sealed record Box(object? Value);
}
