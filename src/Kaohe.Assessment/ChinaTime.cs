namespace Kaohe.Assessment;

/// <summary>The calendar day of an instant in China, whatever offset the caller's clock uses; China has one time zone and no summer time.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);
}
