namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>What a customer looks at the page with.</summary>
public sealed record Screen(int Width, int Height)
{
    public static Screen Phone { get; } = new(360, 740);

    public static Screen Desk { get; } = new(1440, 900);

    public bool ShowsChatBesideOrders => Width >= 1024;
}
