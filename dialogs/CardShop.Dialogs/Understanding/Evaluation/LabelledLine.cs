using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;

namespace CardShop.Dialogs.Understanding.Evaluation;

/// <summary>One line of a labelled file: a message, and what it means (LABELS.md). What is not there is null.</summary>
public sealed record LabelledLine
{
    /// <summary>As the customer typed it.</summary>
    public required string Text { get; init; }

    /// <summary>The moment of the message.</summary>
    [JsonConverter(typeof(ChinaTimeUnlessTold))]
    public DateTimeOffset? Now { get; init; }

    /// <summary>What the bot had just asked for.</summary>
    public Asks? Asked { get; init; }

    /// <summary>The intent.</summary>
    public required Intent Intent { get; init; }

    /// <summary>What went wrong.</summary>
    public Problem? Subtype { get; init; }

    /// <summary>Further subtypes told.</summary>
    public IReadOnlyList<Problem>? Also { get; init; }

    /// <summary>The moment of payment.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The start of the stretch of payment.</summary>
    public DateTimeOffset? PaidFrom { get; init; }

    /// <summary>The end of that stretch.</summary>
    public DateTimeOffset? PaidTo { get; init; }

    /// <summary>What is named.</summary>
    public JsonObject? Entities { get; init; }
}
