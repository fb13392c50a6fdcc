using Kaohe.Server.Shell.Hosting;

await KaoheHost.Build(args).RunAsync();
