namespace CardShop.Bot.Channels.Messages;

/// <summary>Settings of <c>/api/messages</c>, under the names that the Bot Framework gives them.</summary>
internal sealed class MessagesOptions
{
    public const string AppIdSetting = "MicrosoftAppId";

    /// <summary>The bot's app id: once there is one, only verified senders are served.</summary>
    public string AppId { get; set; } = "";
}
