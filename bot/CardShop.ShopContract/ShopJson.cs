using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Shop;

namespace CardShop.ShopContract;

/// <summary>The JSON form of the contract: the house's, with the contract's own records added.</summary>
[JsonSerializable(typeof(LookupRequest))]
[JsonSerializable(typeof(HoldRequest))]
[JsonSerializable(typeof(ReleaseRequest))]
[JsonSerializable(typeof(CancelRequest))]
[JsonSerializable(typeof(ModifyRequest))]
[JsonSerializable(typeof(RefundRequest))]
[JsonSerializable(typeof(RecipientMessageRequest))]
[JsonSerializable(typeof(TargetCheckRequest))]
[JsonSerializable(typeof(NoticeRequest))]
[JsonSerializable(typeof(IdentityCodeRequest))]
[JsonSerializable(typeof(IdentityCheckRequest))]
[JsonSerializable(typeof(IdentityCodeSent))]
[JsonSerializable(typeof(IdentityVerdict))]
[JsonSerializable(typeof(OrderList))]
[JsonSerializable(typeof(CommandReceipt))]
[JsonSerializable(typeof(CommandOutcome))]
[JsonSerializable(typeof(ShopProblem))]
[JsonSerializable(typeof(ProductList))]
[JsonSerializable(typeof(ShopCase))]
[JsonSerializable(typeof(ShopEvent))]
[JsonSerializable(typeof(ShopEventList))]
public sealed partial class ShopJson : JsonSerializerContext
{
    /// <summary>The options of whoever speaks the contract.</summary>
    public static JsonSerializerOptions Contract { get; } = CreateContract();

    /// <summary>A fresh copy, to which another assembly adds its own generated types.</summary>
    public static JsonSerializerOptions CreateContract()
    {
        var options = DialogsJson.CreateHouse();
        options.TypeInfoResolverChain.Add(new ShopJson());
        return options;
    }
}
