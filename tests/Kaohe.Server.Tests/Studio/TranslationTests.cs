using Jint;
using Jint.Native;

namespace Kaohe.Server.Tests.Studio;

/// <summary>The dictionary as browsers load it, run by a JavaScript engine without a page.</summary>
public sealed class TranslationTests
{
    private readonly JsValue _translate;

    public TranslationTests()
    {
        var engine = new Engine(options => options.EnableModules(Scripts()));
        _translate = engine.Modules.Import("./translate.js").Get("translate");
    }

    [Theory]
    [InlineData("Workflow saved", "流程已保存")]
    [InlineData("MudTable_Loading", "正在读取")]
    [InlineData("  Search  ", "搜索")]
    [InlineData("ACTIVITIES", "活动")]
    [InlineData("Name*", "名称*")]
    [InlineData("A brief description\n   of the workflow.", "流程的简要说明")]
    [InlineData("Unable to make changes as the workflow or application is currently in read-only mode", "您只能查看这个流程，不能修改")]
    public void Should_know_the_words_of_studio_however_they_are_written(string english, string chinese) => Assert.Equal(chinese, Translate(english));

    [Theory]
    [InlineData("Version 12", "第 12 版")]
    [InlineData("annual-assessment copied", "已复制：annual-assessment")]
    [InlineData("综合评价 - Suspended", "综合评价　等待中")]
    [InlineData("Delete version 3", "删除第 3 版？")]
    [InlineData("Failed to import 2 workflow definitions. Errors: 第一个不对", "2 个流程没有导入：第一个不对")]
    [InlineData("2026/3/1 上午9:00:05", "2026年3月1日 09:00:05")]
    [InlineData("2026/3/1 上午12:30:00", "2026年3月1日 00:30:00")]
    [InlineData("2026/12/31 下午5:30:00", "2026年12月31日 17:30:00")]
    [InlineData("2026/11/23 上午11:27", "2026年11月23日 11:27")]
    public void Should_put_sentences_and_times_into_chinese_and_keep_what_people_wrote_in_them(string english, string chinese) => Assert.Equal(chinese, Translate(english));

    [Theory]
    [InlineData("十一、结果评定")]
    [InlineData("annual-assessment")]
    [InlineData("A name that somebody gave to a step")]
    [InlineData("88.5")]
    public void Should_leave_alone_what_is_not_studios(string text) => Assert.Null(Translate(text));

    private string? Translate(string text) => _translate.Call(text) is { } found && !found.IsUndefined() ? found.AsString() : null;

    private static string Scripts()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Kaohe.Workflows.sln")))
        {
            root = root.Parent!;
        }

        return Path.Combine(root.FullName, "src", "Kaohe.Server", "wwwroot", "js", "studio");
    }
}
