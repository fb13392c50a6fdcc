using System.CommandLine;
using System.Globalization;
using System.Text;
using Kaohe.Cli.Documents;
using Kaohe.Cli.Workflow;

// Numbers, dates and messages read as in the office, whatever the machine's locale is.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("zh-CN");
CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("zh-CN");
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("考核流程工具：检查和模拟流程，检查模板和生成公文。")
{
    new System.CommandLine.Command("workflow", "流程：模拟、检查。")
    {
        SimulateCommand.Create(),
        ValidateCommand.Create(),
    },
    new System.CommandLine.Command("documents", "公文：生成、检查模板。")
    {
        RenderCommand.Create(),
        CheckCommand.Create(),
    },
};
return await root.Parse(args).InvokeAsync();
