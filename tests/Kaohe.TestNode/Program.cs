using Kaohe.Storage;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Runtime.Effects;
using Kaohe.TestNode;
using Kaohe.Workflows.Execution.Effects;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// One node, as the server runs it, with handlers that leave traces in a file. Settings come as --Section:Name=value:
// the storage's own, Test:Lines (the file), Test:Start (definition to start instances of), Test:Count (how many).
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = args });
builder.Configuration.AddCommandLine(args);
builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
builder.Services.AddKaoheStorage(builder.Configuration);
builder.Services.AddKaoheNode(builder.Configuration);
builder.Services.AddSingleton(new LineFile(builder.Configuration["Test:Lines"]!));
builder.Services.AddEffectHandler<AppendLine>(EffectKinds.WriteLine);
builder.Services.AddScoped<IRunTaskHandler, DoTask>();
builder.Services.AddHostedService<Starter>();
using var host = builder.Build();
await host.StartAsync();
await Console.Out.WriteLineAsync($"ready {host.Services.GetRequiredService<NodeIdentity>().Id}");
await host.WaitForShutdownAsync();
