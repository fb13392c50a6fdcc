using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Expressions;

namespace Kaohe.Workflows.Compilation;

/// <summary>Binds the attributed properties of one activity to its JSON.</summary>
internal readonly struct ActivityBinder(ActivityLoader loader, Activity activity, ActivityType type)
{
    public void Bind(JsonElement json)
    {
        if (activity.GetType() == type.Descriptor.ClrType)
        {
            BindInputs(json);
            BindOutputs(json);
            BindPorts(json);
        }
    }

    private void BindInputs(JsonElement json)
    {
        if (type.Inputs.Count == 0)
        {
            return;
        }

        var inputs = new Input[type.Inputs.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            var (property, attribute, jsonName) = type.Inputs[i];
            var input = (Input)property.GetValue(activity)!;
            input.Name = property.Name;
            input.Index = i;
            input.AutoEvaluate = attribute.AutoEvaluate;
            if (json.TryGet(jsonName, out var value))
            {
                input.Expression = ReadInput(value, input, $"{loader.Path}.{jsonName}");
            }

            inputs[i] = input;
        }

        activity.Inputs = inputs;
    }

    private IExpression? ReadInput(JsonElement value, Input input, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            case JsonValueKind.Object when value.TryGet("expression", out var expression):
                return value.TryGet("typeName", out _) && expression.ValueKind == JsonValueKind.Object
                    ? loader.Compile(expression, input.ValueType, $"{path}.expression")
                    : Ignored(path);
            case JsonValueKind.Object when !value.TryGet("typeName", out _):
                return Ignored(path);
            case JsonValueKind.Object:
                return null;
            default:
                return BuiltInLanguages.Literal.Compile(value, input.ValueType);
        }
    }

    private IExpression? Ignored(string path)
    {
        loader.Problem(path, "这个输入没有 typeName，引擎会忽略它。请在设计器里重新填写并保存。", isError: false);
        return null;
    }

    private void BindOutputs(JsonElement json)
    {
        foreach (var (property, jsonName) in type.Outputs)
        {
            var output = (Output)property.GetValue(activity)!;
            output.Name = property.Name;
            if (json.TryGet(jsonName, out var value) && value.TryGet("memoryReference", out var reference))
            {
                output.Target = reference.Text("id");
            }
        }
    }

    private void BindPorts(JsonElement json)
    {
        foreach (var (property, jsonName) in type.Ports)
        {
            if (json.TryGet(jsonName, out var value) && value.ValueKind == JsonValueKind.Object)
            {
                property.SetValue(activity, loader.LoadActivity(value, activity, $"{loader.Path}.{jsonName}"));
            }
        }
    }
}
