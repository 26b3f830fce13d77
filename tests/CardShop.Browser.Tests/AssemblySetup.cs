using CardShop.Browser.Tests.Infrastructure;
using Xunit.Sdk;
using Xunit.v3;

// One host and one browser for all tests, one test at a time: the demo shop is shared, and a browser wants a core to itself.
[assembly: AssemblyFixture(typeof(ShopHost))]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: Parallelization(Mode = ParallelMode.None)]
