using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardShop.Activities;

/// <summary>A card or a file beside the words.</summary>
/// <param name="ContentType">What it is; see <see cref="AttachmentTypes"/>.</param>
/// <param name="Content">A card's own JSON.</param>
/// <param name="ContentUrl">Where a file is.</param>
/// <param name="Name">A file's name.</param>
public sealed record Attachment(string? ContentType = null, JsonElement? Content = null, string? ContentUrl = null, string? Name = null)
{
    /// <summary>Everything that has no name here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Buttons that vanish once one is pressed.</summary>
/// <param name="Actions">The buttons, in order.</param>
/// <param name="To">Whom they are shown to.</param>
public sealed record SuggestedActions(IReadOnlyList<CardAction>? Actions = null, IReadOnlyList<string>? To = null);

/// <summary>A button.</summary>
/// <param name="Type">What pressing it does; see <see cref="ActionTypes"/>.</param>
/// <param name="Title">What it says.</param>
/// <param name="Value">What it sends.</param>
public sealed record CardAction(string? Type = null, string? Title = null, JsonElement? Value = null);
