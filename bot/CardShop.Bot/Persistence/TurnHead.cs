using CardShop.Persistence.Conversations;
using CardShop.Persistence.Desk;

namespace CardShop.Bot.Persistence;

/// <summary>What every turn asks the store first: one small question, whose answer tells whether more has to be read.</summary>
/// <param name="Stand">Where the conversation stands; null when there is none.</param>
/// <param name="Seen">What this very thing came to, when it was handed in before.</param>
/// <param name="Switch">Where an admin has set the switch of the shop's commands; null where nobody has.</param>
internal sealed record TurnHead(Stand? Stand, SeenBefore? Seen, string? Switch)
{
    /// <summary>The question: <c>$1</c> is the conversation, <c>$2</c> what was handed in.</summary>
    public const string Sql =
        $"""
        SELECT c."Version", c."UpdatedAt", i."FirstSequence", i."LastSequence", (SELECT "Value" FROM desk_settings WHERE "Name" = '{DeskSettingRow.ShopCommands}')
        FROM (SELECT 1 AS one) AS always
        LEFT JOIN conversations AS c ON c."Id" = $1
        LEFT JOIN inbound AS i ON i."ConversationId" = $1 AND i."InboundId" = $2
        """;
}

/// <summary>Which turn of a conversation was its last.</summary>
/// <param name="Version">Grows with each.</param>
/// <param name="Ticks">When it was: a conversation that was deleted and opened anew counts from the beginning.</param>
internal readonly record struct Stand(long Version, long Ticks)
{
    /// <summary>Where a row stands.</summary>
    public static Stand Of(ConversationRow row) => new(row.Version, row.UpdatedAt.UtcTicks);
}

/// <summary>The entries that a turn added to the transcript.</summary>
internal readonly record struct SeenBefore(long FirstSequence, long LastSequence);
