using Kaohe.Server.Shell.Hosting;

try
{
    await KaoheHost.Build(args).RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
