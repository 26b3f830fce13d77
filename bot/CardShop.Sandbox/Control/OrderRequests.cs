using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Control;

/// <summary>An order moves on while the customer is typing; what is null stays.</summary>
internal sealed record AdvanceRequest(DeliveryState? Delivery = null, PaymentState? Payment = null);

/// <summary>What the recipient answers.</summary>
internal sealed record RecipientAnswerRequest(Store.RecipientReply Answer);

/// <summary>What a reviewer says.</summary>
internal sealed record ReviewRequest(Store.ReviewReply Decision, string Reason, string? Link = null);

/// <summary>Moves the one clock.</summary>
internal sealed record ClockRequest(double AdvanceSeconds);

/// <summary>Where the one clock stands.</summary>
internal sealed record ClockReading(DateTimeOffset Now, double OffsetSeconds);

/// <summary>Whether anybody is at the desk.</summary>
internal sealed record DeskRequest(bool Online);

/// <summary>For whom a chat token is wanted; null for a guest.</summary>
internal sealed record TokenRequest(string? CustomerId = null);

/// <summary>A line of the ledger, to the letter of the interface: a hold has no version and says so.</summary>
internal sealed record LedgerLine(
    string OrderNo,
    ShopAction Action,
    string IdempotencyKey,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] long? ExpectedVersion,
    bool Done,
    string Result);

/// <summary>What a test may want to know of an order beyond the contract; neither contact nor query password nor codes.</summary>
internal sealed record ControlExtras(string PaymentNo, string MerchantNo, bool Live, DateTimeOffset? ShipsAt, Capabilities Capabilities, Refund Refund);

/// <summary>Which role a demo agent is to have.</summary>
internal sealed record AgentRequest(string Role);

/// <summary>Where the agent comes in, once.</summary>
internal sealed record AgentLink(string SignInUrl);
