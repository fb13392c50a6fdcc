using System.Text.RegularExpressions;
using Xunit;

namespace Kaohe.Architecture.Tests;

/// <summary>Rules that only the text of the sources can break.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;

    /// <summary>Files that may read the machine's clock or sleep, each with its reason. Empty on purpose: time is a TimeProvider.</summary>
    private static readonly string[] _mayReadTheClock = [];

    [Fact]
    public void Should_take_time_from_TimeProvider_and_never_sleep()
    {
        var found = from file in Repository.Sources()
                    where !_mayReadTheClock.Contains(Repository.Relative(file))
                    from line in File.ReadLines(file).Index()
                    where !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal) && ClockOrSleep().IsMatch(line.Item)
                    select $"{Repository.Relative(file)}:{line.Index + 1} {line.Item.Trim()}";
        Assert.Empty(found);
    }

    [Fact]
    public void Should_keep_files_short_enough_to_read()
    {
        var tooLong = from file in Repository.Sources()
                      let lines = File.ReadLines(file).Count()
                      where lines > LongestFile
                      select $"{Repository.Relative(file)}: {lines} lines";
        Assert.Empty(tooLong);
    }

    [GeneratedRegex(@"\b(DateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)|Thread\s*\.\s*Sleep)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClockOrSleep();
}
