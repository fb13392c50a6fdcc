using Kaohe.Server.Elsa.Instances;

namespace Kaohe.Server.Tests.Elsa;

public sealed class IncidentWordsTests
{
    [Theory]
    [InlineData("Failed to evaluate activity input 'Condition'", "输入“Condition”的值算不出来，请检查它的表达式")]
    [InlineData("Activity type 'Acme.Fax' version '3' could not be found.", "没有活动类型“Acme.Fax”（版本 3），请在流程中换成现有的活动")]
    [InlineData("total is not defined", "脚本里用了没有定义的名称“total”")]
    [InlineData("Cannot read property 'name' of undefined", "脚本要读取“name”，但它所在的对象是空的")]
    [InlineData("“考核汇总”缺少年度", "“考核汇总”缺少年度")]
    public void Should_say_in_chinese_what_the_engine_says_as_elsa_does(string said, string shown) => Assert.Equal(shown, IncidentWords.Of(said));
}
