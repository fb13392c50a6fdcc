using Kaohe.Assessment;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Indicators.Methods;
using Kaohe.Server.Cycles.Indicators;
using Kaohe.Server.Shell.Hosting;

namespace Kaohe.Server.Tests.Cycles;

public sealed class MethodTextTests
{
    [Fact]
    public void Should_read_back_every_method_of_the_demo_city()
    {
        var city = DemoCityLoader.Load(ProductFolders.Product("data/demo-city"));

        foreach (var method in city.Trees.SelectMany(tree => tree.Indicators()).Select(indicator => indicator.Method))
        {
            var text = MethodText.Write(method);
            Assert.Equal(AssessmentJson.Write(method), AssessmentJson.Write(MethodText.Read(text)));
        }
    }

    [Fact]
    public void Should_understand_every_example_of_its_own_help() =>
        Assert.All(MethodText.Examples, example => Assert.Equal(example, MethodText.Write(Assert.IsAssignableFrom<ScoringMethod>(MethodText.Read(example)))));

    [Theory]
    [InlineData("")]
    [InlineData("随便打分")]
    [InlineData("完成率法；上限=很高")]
    [InlineData("分档法；最低=40；不错=70")]
    [InlineData("名次法；第一=100")]
    public void Should_not_guess_what_it_cannot_read(string text) => Assert.Null(MethodText.Read(text));
}
