namespace Kaohe.Documents;

/// <summary>The stable codes of <see cref="DocumentProblem"/>.</summary>
public static class ProblemCodes
{
    /// <summary>The file is no readable .docx.</summary>
    public const string NotAWordFile = "not-a-word-file";

    /// <summary>The file is larger or deeper than <see cref="Packages.DocxLimits"/> allows.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Macros, embedded programs or ActiveX.</summary>
    public const string ActiveContent = "active-content";

    /// <summary>A template, picture or other part fetched from elsewhere.</summary>
    public const string ExternalContent = "external-content";

    /// <summary>A <c>{{?x}}</c> without its <c>{{/x}}</c>, or the other way round.</summary>
    public const string UnbalancedBlock = "unbalanced-block";

    /// <summary>A placeholder that cannot be read.</summary>
    public const string BadPlaceholder = "bad-placeholder";

    /// <summary>A field that the field catalogue does not know.</summary>
    public const string UnknownField = "unknown-field";

    /// <summary>Something the PDF cannot show.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>A typeface outside the set of official documents.</summary>
    public const string UnknownFont = "unknown-font";

    /// <summary>A character that no face of the chain holds.</summary>
    public const string MissingGlyph = "missing-glyph";

    /// <summary>A picture that cannot be read.</summary>
    public const string BadPicture = "bad-picture";
}
