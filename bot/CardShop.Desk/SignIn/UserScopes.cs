using CardShop.Persistence.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Desk.SignIn;

/// <summary>Identity's manager lives as long as one piece of work.</summary>
internal static class UserScopes
{
    public static UserManager<DeskAccountRow> Users(this AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<DeskAccountRow>>();
}
