using Kaohe.Storage.Tests.Given;

[assembly: AssemblyFixture(typeof(PostgresServer))]
