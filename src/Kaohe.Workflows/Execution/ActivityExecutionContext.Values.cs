using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Execution;

/// <summary>Inputs, outputs and variables.</summary>
public sealed partial class ActivityExecutionContext
{
    /// <summary>Correlation id of the instance.</summary>
    public string? CorrelationId
    {
        get => Burst.CorrelationId;
        set => Burst.CorrelationId = value;
    }

    /// <summary>Name of the instance.</summary>
    public string? WorkflowInstanceName
    {
        get => Burst.Name;
        set => Burst.Name = value;
    }

    /// <summary>Workflow output by name.</summary>
    public IDictionary<string, object?> WorkflowOutput => Burst.Output;

    /// <summary>Evaluated inputs by name; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? ActivityState =>
        _inputs is null ? null : _inputValues ??= new InputValues(Activity.Inputs, _inputs);

    /// <summary>The value of an input, as evaluated before the activity ran.</summary>
    public T? Get<T>(Input<T> input) =>
        _inputs is not null && input.AutoEvaluate && input.Index < _inputs.Length ? (T?)_inputs[input.Index] : (T?)input.Evaluate(this);

    /// <summary>Evaluates an input now (conditions of loops).</summary>
    public T? Evaluate<T>(Input<T> input) => (T?)input.Evaluate(this);

    /// <summary>Evaluates an input that sees one more variable.</summary>
    internal T? EvaluateWith<T>(Input<T> input, string name, object? value)
    {
        var inner = new ActivityExecutionContext(Burst, Activity, this, Id, StartedAt) { DynamicVariables = new Dictionary<string, object?> { [name] = value } };
        return inner.Evaluate(input);
    }

    /// <summary>Sets an output: the bound variable or workflow output receives the value.</summary>
    public void Set(Output? output, object? value)
    {
        if (output is null)
        {
            return;
        }

        var plain = PlainValue.From(value);
        (_outputs ??= [])[output.Name] = plain;
        Burst.NoteOutput(this, output.Name, plain);
        if (output.Target is not null)
        {
            Assign(output.Target, plain);
        }
    }

    /// <summary>Finds a variable by name: loop variables and declared ones, from here upwards.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryGetVariable(string name, out object? value)
    {
        for (var at = this; at is not null; at = at.Owner)
        {
            if (at.DynamicVariables is not null && at.DynamicVariables.TryGetValue(name, out value))
            {
                return true;
            }

            foreach (var variable in at.Activity.Variables)
            {
                if (string.Equals(variable.Name, name, StringComparison.Ordinal))
                {
                    value = at.Variables?.GetValueOrDefault(variable.Id);
                    return true;
                }
            }
        }

        value = null;
        return false;
    }

    /// <summary>Sets the nearest variable of that name.</summary>
    /// <exception cref="WorkflowException">There is none, or the value does not fit its type.</exception>
    public void SetVariable(string name, object? value)
    {
        if (!TrySet(v => string.Equals(v.Name, name, StringComparison.Ordinal), name, value))
        {
            throw new WorkflowException($"Variable '{name}' not found.");
        }
    }

    /// <summary>Sets the nearest variable with that id.</summary>
    /// <exception cref="WorkflowException">There is none, or the value does not fit its type.</exception>
    public void SetVariableById(string id, object? value)
    {
        if (!TrySet(v => string.Equals(v.Id, id, StringComparison.Ordinal), null, value))
        {
            throw new WorkflowException($"Variable '{id}' not found.");
        }
    }

    /// <summary>Names of all variables in scope, nearest first.</summary>
    public IEnumerable<string> VariableNames()
    {
        for (var at = this; at is not null; at = at.Owner)
        {
            foreach (var name in at.DynamicVariables?.Keys.AsEnumerable() ?? [])
            {
                yield return name;
            }

            foreach (var variable in at.Activity.Variables)
            {
                yield return variable.Name;
            }
        }
    }

    /// <summary>The value of a variable by id; null when there is none.</summary>
    public object? GetVariableById(string id)
    {
        for (var at = this; at is not null; at = at.Owner)
        {
            if (at.Variables is not null && at.Variables.TryGetValue(id, out var value))
            {
                return value;
            }
        }

        return null;
    }

    internal void EvaluateInputs()
    {
        var inputs = Activity.Inputs;
        if (inputs.Count > 0)
        {
            var values = new object?[inputs.Count];
            for (var i = 0; i < values.Length; i++)
            {
                if (inputs[i].AutoEvaluate)
                {
                    values[i] = inputs[i].Evaluate(this);
                }
            }

            _inputs = values;
            _inputValues = null;
        }
    }

    /// <summary>Declares the activity's variables with their initial values.</summary>
    internal void DeclareVariables()
    {
        if (Activity.Variables.Count == 0)
        {
            return;
        }

        Variables ??= new Dictionary<string, object?>(Activity.Variables.Count);
        foreach (var variable in Activity.Variables)
        {
            Variables[variable.Id] = VariableValue.Initial(variable);
        }
    }

    private void Assign(string target, object? value)
    {
        if (!TrySet(v => string.Equals(v.Id, target, StringComparison.Ordinal), target, value))
        {
            Burst.Output[target] = value;
        }
    }

    private bool TrySet(Predicate<VariableDefinition> matches, string? dynamicName, object? value)
    {
        for (var at = this; at is not null; at = at.Owner)
        {
            if (dynamicName is not null && at.DynamicVariables?.ContainsKey(dynamicName) == true)
            {
                at.DynamicVariables[dynamicName] = PlainValue.From(value);
                return true;
            }

            foreach (var variable in at.Activity.Variables)
            {
                if (matches(variable))
                {
                    (at.Variables ??= [])[variable.Id] = VariableValue.Convert(variable, value);
                    return true;
                }
            }
        }

        return false;
    }
}
