using CardShop.Bot.Shop;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Hosting;

/// <summary>The demo shop's page at <c>/</c>, while no real shop is configured.</summary>
internal static class DemoPage
{
    public static void UseDemoPage(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ShopOptions>>().Value.IsDemo)
        {
            app.UseDefaultFiles();
            app.UseStaticFiles();
        }
    }
}
