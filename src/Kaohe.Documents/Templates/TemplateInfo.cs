using System.Text.Json;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Pictures;

namespace Kaohe.Documents.Templates;

/// <summary>A template the product ships and the fields it may use.</summary>
/// <param name="Name">Chinese; the file is <c>templates/word/{Name}.docx</c>.</param>
/// <param name="Step">The step or activity it belongs to, by code name, for example <c>Supervision</c>.</param>
/// <param name="Kind"><c>Word</c> or <c>PDF</c>: the form in which it goes out.</param>
/// <param name="About">Chinese, one sentence.</param>
/// <param name="Fields">Its own and the common ones.</param>
public sealed record TemplateInfo(string Name, string Step, string Kind, string About, IReadOnlyList<TemplateField> Fields)
{
    /// <summary>Sample data for a preview: every field filled, seals and signatures with a picture that says 示范.</summary>
    public MergeData Sample() => MergeData.From(Fields.ToDictionary(field => field.Name, SampleOf, StringComparer.Ordinal));

    /// <summary>Every name that may stand between braces, list columns included.</summary>
    public IEnumerable<string> Names() => Fields.SelectMany(field => (string[])[field.Name, .. ColumnNames(field)]);

    /// <summary>The columns every list has without being given; see the merge's row scope.</summary>
    private static IEnumerable<string> ColumnNames(TemplateField field) =>
        field.Columns is null ? [] : field.Columns.Select(column => column.Name).Concat(["序号", "首行", "末行", "唯一"]).Select(column => $"{field.Name}.{column}");

    private static object? SampleOf(TemplateField field) =>
        field.Type == FieldType.Picture && field.Sample.ValueKind == JsonValueKind.String && field.Sample.GetString() is ""
            ? SamplePicture.For(field.Name)
            : field.Sample;
}
