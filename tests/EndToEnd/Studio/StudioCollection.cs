using Kaohe.EndToEnd.Given;

namespace Kaohe.EndToEnd.Studio;

/// <summary>One started product for all tests of 流程设计. Each leaves the flows that others look at as it found them: published and whole.</summary>
[CollectionDefinition(nameof(StudioCollection))]
public sealed class StudioCollection : ICollectionFixture<DemoProduct>;
