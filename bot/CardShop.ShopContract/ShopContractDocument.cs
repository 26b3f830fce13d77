namespace CardShop.ShopContract;

/// <summary>The contract as an OpenAPI 3.1 document, for whoever builds the shop's side of it.</summary>
public static class ShopContractDocument
{
    /// <summary>Opens <c>openapi.yaml</c>, UTF-8.</summary>
    public static Stream Open() =>
        typeof(ShopContractDocument).Assembly.GetManifestResourceStream("openapi.yaml") ?? throw new InvalidOperationException("openapi.yaml is not in the assembly.");
}
