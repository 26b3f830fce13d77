namespace CardShop.Activities;

/// <summary>What an <see cref="Activity"/> can be.</summary>
public static class ActivityTypes
{
    /// <summary>Something was said.</summary>
    public const string Message = "message";

    /// <summary>Somebody came or went.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>Somebody is writing.</summary>
    public const string Typing = "typing";

    /// <summary>A program says something to a program.</summary>
    public const string Event = "event";

    /// <summary>A program asks a program and awaits an answer.</summary>
    public const string Invoke = "invoke";
}

/// <summary>How answers travel.</summary>
public static class DeliveryModes
{
    /// <summary>Answers come within the response to the request.</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>How a text is written.</summary>
public static class TextFormats
{
    /// <summary>No markup.</summary>
    public const string Plain = "plain";
}

/// <summary>Whether an answer is awaited.</summary>
public static class InputHints
{
    /// <summary>The bot has asked something.</summary>
    public const string ExpectingInput = "expectingInput";

    /// <summary>The customer may say something.</summary>
    public const string AcceptingInput = "acceptingInput";
}

/// <summary>Which side somebody is on.</summary>
public static class RoleTypes
{
    /// <summary>The customer.</summary>
    public const string User = "user";

    /// <summary>The bot.</summary>
    public const string Bot = "bot";
}

/// <summary>What pressing a button does.</summary>
public static class ActionTypes
{
    /// <summary>Says its value, visibly.</summary>
    public const string ImBack = "imBack";

    /// <summary>Opens its value, an address.</summary>
    public const string OpenUrl = "openUrl";
}

/// <summary>What an attachment is.</summary>
public static class AttachmentTypes
{
    /// <summary>An Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}
