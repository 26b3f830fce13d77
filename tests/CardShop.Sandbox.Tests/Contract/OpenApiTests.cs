using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Sandbox.Contract;
using CardShop.Sandbox.Tests.Hosting;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.RepresentationModel;

namespace CardShop.Sandbox.Tests.Contract;

/// <summary>The document is what other shops build from: it says what the code does, field by field, or a test fails.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private static readonly YamlMappingNode Document = Load();

    [Fact]
    public async Task Document_NamesTheMappedRoutes_NoMoreAndNoLess()
    {
        await using var host = await ShopHost.StartAsync();
        var mapped = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(ContractEndpoints.BasePath, StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} {endpoint.RoutePattern.RawText![ContractEndpoints.BasePath.Length..]}"))
            .Where(route => route != "GET /openapi.yaml")
            .Order(StringComparer.Ordinal);
        var written = Map(Document, "paths").Children
            .SelectMany(path => ((YamlMappingNode)path.Value).Children.Select(entry => entry.Key.ToString()).Where(Methods.Contains)
                .Select(method => $"{method.ToUpperInvariant()} {path.Key}"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(mapped, written);
    }

    [Fact]
    public void Document_NamesEveryFieldOfEveryRecord()
    {
        var schemas = Map(Document, "components", "schemas");
        var written = schemas.Children.Select(schema => (Name: schema.Key.ToString(), Node: (YamlMappingNode)schema.Value))
            .Where(schema => schema.Node.Children.ContainsKey("properties"))
            .ToDictionary(schema => schema.Name, schema => Keys(Map(schema.Node, "properties")));

        Assert.Equal(Records.Keys.Order(StringComparer.Ordinal), written.Keys.Order(StringComparer.Ordinal));
        Assert.All(Records, record => Assert.Equal(record.Value.Select(field => field.Name).Order(StringComparer.Ordinal), written[record.Key]));
    }

    [Fact]
    public void Document_NamesEveryWordOfEveryEnum()
    {
        var written = Map(Document, "components", "schemas").Children
            .Where(schema => ((YamlMappingNode)schema.Value).Children.ContainsKey("enum"))
            .ToDictionary(schema => schema.Key.ToString(), schema => ((YamlSequenceNode)schema.Value["enum"]).Select(word => word.ToString()));

        Assert.Equal(Enums.Select(type => type.Name).Order(StringComparer.Ordinal), written.Keys.Order(StringComparer.Ordinal));
        Assert.All(Enums, type => Assert.Equal(Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName), written[type.Name]));
    }

    [Fact]
    public void Document_RequiresWhatTheRecordsRequire()
    {
        var schemas = Map(Document, "components", "schemas");
        Assert.All(Requests, type => Assert.Equal(
            ShopJson.Contract.GetTypeInfo(type).Properties.Where(field => field.AssociatedParameter is { HasDefaultValue: false }).Select(field => field.Name),
            ((YamlSequenceNode)schemas[type.Name]["required"]).Select(name => name.ToString())));
    }

    [Fact]
    public void Document_ResolvesEachOfItsReferences() => Assert.All(
        Document.AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("$ref")).Select(node => node["$ref"].ToString()),
        reference => Assert.NotNull(reference["#/".Length..].Split('/').Aggregate((YamlNode)Document, (node, name) => node[name])));

    [Fact]
    public async Task Document_IsServed_Unsigned()
    {
        await using var host = await ShopHost.StartAsync();
        using var http = new HttpClient();
        var text = await http.GetStringAsync(host.ContractUri("openapi.yaml"), TestContext.Current.CancellationToken);
        Assert.StartsWith("openapi: 3.1.0", text, StringComparison.Ordinal);
    }

    private static readonly Type[] Requests =
    [
        typeof(LookupRequest), typeof(HoldRequest), typeof(ReleaseRequest), typeof(CancelRequest), typeof(ModifyRequest), typeof(RefundRequest), typeof(RecipientMessageRequest), typeof(TargetCheckRequest),
        typeof(NoticeRequest), typeof(IdentityCodeRequest), typeof(IdentityCheckRequest),
    ];

    private static readonly Type[] Enums =
    [
        typeof(GoodsKind), typeof(Fulfilment), typeof(PaymentState), typeof(ChannelRecord), typeof(DeliveryState), typeof(HoldState), typeof(TargetOwner), typeof(Verdict),
        typeof(RefundState), typeof(ShopAction), typeof(ShopEventType), typeof(RecipientAnswer), typeof(ReviewVerdict), typeof(EvidenceLink), typeof(IdentityResult),
    ];

    private static readonly Dictionary<string, IList<JsonPropertyInfo>> Records = Requests
        .Concat(
        [
            typeof(Order), typeof(Target), typeof(OrderList), typeof(Capabilities), typeof(Capability), typeof(Refund), typeof(TargetCheck), typeof(CommandReceipt),
            typeof(CommandOutcome), typeof(ShopProblem), typeof(ProductList), typeof(Product), typeof(Denomination), typeof(ShopCase), typeof(OrderChanges),
            typeof(ShopEvent), typeof(ShopEventList), typeof(IdentityCodeSent), typeof(IdentityVerdict),
        ])
        .ToDictionary(type => type.Name, type => (IList<JsonPropertyInfo>)[.. ShopJson.Contract.GetTypeInfo(type).Properties.Where(field => field.Get is not null)]);

    private static YamlMappingNode Load()
    {
        using var reader = new StreamReader(ShopContractDocument.Open());
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, params string[] path) => path.Aggregate(node, (inner, name) => (YamlMappingNode)inner[name]);

    private static IEnumerable<string> Keys(YamlMappingNode node) => node.Children.Keys.Select(key => key.ToString()).Order(StringComparer.Ordinal);
}
