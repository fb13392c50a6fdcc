namespace Kaohe.Documents.Templates;

/// <summary>Pictures for previews. Both say that they are samples, so that no preview can pass for the real thing.</summary>
public static class SamplePicture
{
    private static readonly byte[] SealPng = Load("seal.png");
    private static readonly byte[] SignaturePng = Load("signature.png");

    /// <summary>A red round seal on a transparent ground, 496 × 496 pixels, PNG.</summary>
    public static byte[] Seal() => [.. SealPng];

    /// <summary>The sample for a picture field: a seal for a name that ends in 印章, else a signature.</summary>
    public static byte[] For(string field) => field.EndsWith("印章", StringComparison.Ordinal) ? Seal() : [.. SignaturePng];

    private static byte[] Load(string name)
    {
        using var stream = typeof(SamplePicture).Assembly.GetManifestResourceStream("Kaohe.Documents.Templates.Pictures." + name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
