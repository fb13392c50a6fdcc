using System.Collections;
using System.Globalization;
using System.Resources;
using Kaohe.Server.Shell.Layout;
using MudBlazor;

namespace Kaohe.Server.Tests.Shell;

public sealed class MudBlazorTextsTests
{
    private static readonly ResourceManager _english = new("MudBlazor.Resources.LanguageResource", typeof(MudLocalizer).Assembly);

    [Fact]
    public void Should_say_everything_that_MudBlazor_says_in_Chinese()
    {
        var chinese = new ChineseMudLocalizer();
        var keys = _english.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key).ToList();

        Assert.NotEmpty(keys);
        Assert.DoesNotContain(keys, key => chinese[key].ResourceNotFound);
    }
}
