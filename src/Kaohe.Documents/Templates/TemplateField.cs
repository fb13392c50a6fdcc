using System.Text.Json;

namespace Kaohe.Documents.Templates;

/// <summary>One field that a template uses.</summary>
/// <param name="Name">As typed between the braces.</param>
/// <param name="About">Chinese: what to fill in. May be empty where the name says it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Optional">May be null, empty or false; the template leaves its place out.</param>
/// <param name="Columns">Of a row, for <see cref="FieldType.Rows"/>; otherwise null.</param>
/// <param name="Sample">A value for previews and tests.</param>
public sealed record TemplateField(string Name, string About, FieldType Type, bool Optional, IReadOnlyList<TemplateColumn>? Columns, JsonElement Sample);

/// <summary>One column of a list field, used as <c>{{列表.列}}</c>.</summary>
/// <param name="Name">The part behind the dot.</param>
/// <param name="About">Chinese, may be empty.</param>
/// <param name="Type">What it holds.</param>
public sealed record TemplateColumn(string Name, string About, FieldType Type);
