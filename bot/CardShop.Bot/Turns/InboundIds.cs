using System.Globalization;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Turns;

/// <summary>The names by which a second delivery is recognised. What a channel brings has a prefix of its own, so that no client can pass for the shop or the clock.</summary>
internal static class InboundIds
{
    /// <summary>Something that a channel brought.</summary>
    public static string OfChannel(string inboundId) => $"in:{inboundId}";

    /// <summary>What became of a command: each of its results is told once.</summary>
    public static string OfCommand(ShopCommand command, string resultName) => $"cmd:{command.Key}:{resultName}";

    /// <summary>A moment that came.</summary>
    public static string OfDeadline(DeadlineKind kind, DateTimeOffset dueAt) => string.Create(CultureInfo.InvariantCulture, $"deadline:{kind}:{dueAt.UtcTicks}");

    /// <summary>Something that the shop has told, by whichever way.</summary>
    public static string OfShopEvent(string eventId) => $"shop:{eventId}";

    /// <summary>News of a case that was said in another conversation.</summary>
    public static string OfNews(string key) => $"news:{key}";

    /// <summary>The result's name, as its JSON has it.</summary>
    public static string NameOf(CommandResult result) => result switch
    {
        CommandDone => "done",
        CommandRefused => "refused",
        CommandUnknown => "unknown",
        CommandAbandoned => "abandoned",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType().Name, "A command result without a name."),
    };
}
