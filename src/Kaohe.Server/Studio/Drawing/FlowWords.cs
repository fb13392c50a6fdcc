using System.Text.Encodings.Web;
using System.Text.Json;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;

namespace Kaohe.Server.Studio.Drawing;

/// <summary>What types, settings and outcomes of activities are called in Chinese.</summary>
/// <param name="registry">Activity types.</param>
public sealed class FlowWords(ActivityRegistry registry)
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<string, ActivityDescriptor> _types = registry.Descriptors.GroupBy(type => type.TypeName).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    /// <summary>Name of a type, e.g. 人工任务.</summary>
    /// <param name="typeName">As in definitions.</param>
    public string Type(string typeName) => _types.TryGetValue(typeName, out var type) && type.DisplayName.Length > 0 ? type.DisplayName : typeName;

    /// <summary>Name of a setting, e.g. 办理期限.</summary>
    /// <param name="typeName">Type of the activity.</param>
    /// <param name="member">Name of the setting as in definitions.</param>
    public string Setting(string typeName, string member) =>
        _types.TryGetValue(typeName, out var type) && type.Inputs.FirstOrDefault(input => input.Name.Equals(member, StringComparison.OrdinalIgnoreCase)) is { Attribute.DisplayName.Length: > 0 } found
            ? found.Attribute.DisplayName
            : type?.Outputs.FirstOrDefault(output => output.Name.Equals(member, StringComparison.OrdinalIgnoreCase))?.DisplayName is { Length: > 0 } output ? output : member;

    /// <summary>Name of an outcome, e.g. 完成.</summary>
    /// <param name="typeName">Type of the activity.</param>
    /// <param name="port">Name as in definitions; an outcome that the office wrote is its own name.</param>
    public string Port(string? typeName, string port) =>
        (typeName is not null && _types.TryGetValue(typeName, out var type) ? type.Ports.FirstOrDefault(each => each.Name == port)?.DisplayName : null) ?? (port == "Done" ? "完成" : port);

    /// <summary>A setting's value as a person reads it.</summary>
    /// <param name="value">As in the definition.</param>
    public static string Value(JsonElement? value)
    {
        if (value is not { } given)
        {
            return "未填写";
        }

        if (given.Member("expression") is not { } expression)
        {
            return given.ValueKind switch { JsonValueKind.True => "是", JsonValueKind.False => "否", _ => Plain(given) };
        }

        var text = expression.Member("value") is { } content ? Plain(content) : "";
        return expression.Text("type") switch
        {
            "Literal" or "Object" or null => text switch { "" => "未填写", "True" or "true" => "是", "False" or "false" => "否", _ => text },
            "Variable" => $"变量 {(expression.Member("value") is { } variable ? variable.Text("name") : null) ?? text}",
            "Input" => $"流程输入 {text}",
            var language => $"{language} 表达式 {text}",
        };
    }

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : JsonSerializer.Serialize(value, _readable);
}
