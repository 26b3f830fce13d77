namespace CardShop.Bot.Channels.DirectLine;

/// <summary>What the web channel logs. Never a token, never what was said.</summary>
internal static partial class DirectLineLog
{
    [LoggerMessage(1, LogLevel.Error, "A poll was answered without news, the transcript could not be read")]
    public static partial void PollFailed(ILogger logger, Exception fault);

    [LoggerMessage(2, LogLevel.Error, "A socket is closed, its client will come back: the transcript could not be read")]
    public static partial void StreamFailed(ILogger logger, Exception fault);
}
