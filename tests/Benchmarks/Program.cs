using BenchmarkDotNet.Running;
using Kaohe.Benchmarks.Designer;
using Kaohe.Benchmarks.Documents;
using Kaohe.Benchmarks.Engine;
using Kaohe.Benchmarks.Inbox;
using Kaohe.Benchmarks.Mail;
using Kaohe.Benchmarks.Storage;
using Kaohe.Benchmarks.Year;

// "engine", "storage", "timers", "designer", "studio", "documents", "year", "board", "inbox" and "mail": a quick figure. Anything else goes to BenchmarkDotNet, for example --filter '*Engine*'.
switch (args)
{
    case ["engine"]:
        EngineLoad.Run();
        return 0;
    case ["storage", ..]:
        return await StorageLoad.RunAsync(args);
    case ["timers", ..]:
        return await TimerLoad.RunAsync(args);
    case ["designer"]:
        return await DesignerLoad.RunAsync();
    case ["documents"]:
        await DocumentLoad.RunAsync(Directory.GetCurrentDirectory(), TimeSpan.FromSeconds(4));
        return 0;
    case ["studio"]:
        return await StudioOpening.RunAsync();
    case ["year", ..]:
        return await YearLoad.RunAsync(args);
    case ["mail", ..]:
        return await MailLoad.RunAsync(args);
    case ["board"]:
        return await BoardLoad.RunAsync();
    case ["inbox", ..]:
        return await InboxLoad.RunAsync(args);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(EngineLoad).Assembly).Run(args);
        return 0;
}
