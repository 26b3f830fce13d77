using System.Text.Json.Serialization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;

namespace CardShop.Dialogs.Understanding;

/// <summary>One line that the verb <c>understand</c> reads (INTERFACES.md).</summary>
/// <param name="Id">Names the line in the answer.</param>
/// <param name="Text">As the customer typed it.</param>
/// <param name="Now">The moment of the message.</param>
/// <param name="Locale">The client's locale; null when it told none.</param>
/// <param name="Asked">What the bot has just asked for; null when nothing.</param>
public sealed record MessageToUnderstand(string Id, string Text, [property: JsonConverter(typeof(ChinaTimeUnlessTold))] DateTimeOffset Now, string? Locale = null, Asks? Asked = null);

/// <summary>One line that the verb <c>understand</c> answers. The labels are always written, null or not.</summary>
public sealed record UnderstoodJson
{
    /// <summary>The line's name.</summary>
    public required string Id { get; init; }

    /// <summary>The intent.</summary>
    public required Intent Intent { get; init; }

    /// <summary>The error type that the subtype belongs to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ErrorType? ErrorType { get; init; }

    /// <summary>The subtype, when the customer has told it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Problem? Subtype { get; init; }

    /// <summary>Further subtypes told in the same message.</summary>
    public required IReadOnlyList<Problem> Also { get; init; }

    /// <summary>From 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether the bot goes on without asking back.</summary>
    public required bool Sure { get; init; }

    /// <summary>The moment of payment, if a point was told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The start of the stretch in which it was paid, if one was told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? PaidFrom { get; init; }

    /// <summary>The end of that stretch.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? PaidTo { get; init; }

    /// <summary>What was named.</summary>
    public required EntitiesJson Entities { get; init; }

    /// <summary>Writes down what a message was understood as.</summary>
    public static UnderstoodJson Of(string id, Understood understood)
    {
        ArgumentNullException.ThrowIfNull(understood);
        // LABELS.md gives reports a subtype. What a correction is about (对，但是金额不对) is for the turn to know, and no label.
        var told = understood.Intent is Intent.Correction or Intent.Answer ? null : understood.Problem;
        return new UnderstoodJson
        {
            Id = id,
            Intent = understood.Intent,
            ErrorType = told is { } problem ? ErrorTypes.Of(problem) : null,
            Subtype = told,
            Also = understood.Also,
            Confidence = understood.Confidence,
            Sure = understood.Sure,
            PaidAt = understood.Paid?.At,
            PaidFrom = understood.Paid?.From,
            PaidTo = understood.Paid?.To,
            Entities = EntitiesJson.Of(understood.Entities),
        };
    }
}
