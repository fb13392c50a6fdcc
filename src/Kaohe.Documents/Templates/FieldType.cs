namespace Kaohe.Documents.Templates;

/// <summary>What a field holds; tells a form which control to show.</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Text of one or more paragraphs.</summary>
    LongText,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date, with or without a time; ISO 8601 in JSON.</summary>
    Date,

    /// <summary>True or false; switches a block on.</summary>
    Flag,

    /// <summary>PNG or JPEG; for a name that ends in 二维码, the text to encode.</summary>
    Picture,

    /// <summary>A list of rows with <see cref="TemplateField.Columns"/>.</summary>
    Rows,
}
