namespace EndToEnd.Year;

/// <summary>A picture of one white pixel, for whoever has to attach a photo.</summary>
internal static class SamplePhoto
{
    public static byte[] Png { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
}
