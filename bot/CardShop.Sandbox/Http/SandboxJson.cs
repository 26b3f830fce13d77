using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CardShop.Sandbox.Chat;
using CardShop.Sandbox.Control;
using CardShop.Sandbox.Demo;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Site;
using CardShop.ShopContract;

namespace CardShop.Sandbox.Http;

/// <summary>The contract's JSON with the shop's own types, read strictly: a missing field, a null or a word that is not in the contract is a mistake of the caller.</summary>
[JsonSerializable(typeof(IReadOnlyList<CatalogueProduct>))]
[JsonSerializable(typeof(DemoCustomers))]
[JsonSerializable(typeof(IReadOnlyList<PaymentWay>))]
[JsonSerializable(typeof(IReadOnlyList<DemoOrder>))]
[JsonSerializable(typeof(OrderSpec))]
[JsonSerializable(typeof(AdvanceRequest))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(IdentityCodeShown))]
[JsonSerializable(typeof(RecipientAnswerRequest))]
[JsonSerializable(typeof(ReviewRequest))]
[JsonSerializable(typeof(ClockRequest))]
[JsonSerializable(typeof(DeskRequest))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(AgentRequest))]
[JsonSerializable(typeof(AgentLink))]
[JsonSerializable(typeof(ChatToken))]
[JsonSerializable(typeof(DirectLineTokenRequest))]
[JsonSerializable(typeof(IReadOnlyList<LedgerLine>))]
[JsonSerializable(typeof(ControlExtras))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(SiteProductList))]
[JsonSerializable(typeof(OrderExtras))]
[JsonSerializable(typeof(NewSiteOrder))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class SandboxJson : JsonSerializerContext
{
    public static JsonSerializerOptions Shop { get; } = CreateOptions();

    private static JsonSerializerOptions CreateOptions()
    {
        var options = ShopJson.CreateContract();
        // Not Default: the static fields of the generated half may come after the one that is being made here.
        options.TypeInfoResolverChain.Add(new SandboxJson());
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Clear();
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }
}
