namespace CardShop.Sandbox.Control;

/// <summary>The code that was sent last for an order, as its phone would show it.</summary>
internal sealed record IdentityCodeShown(string Code);
