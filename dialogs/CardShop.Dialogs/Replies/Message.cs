using System.Text.Json.Serialization;

namespace CardShop.Dialogs.Replies;

/// <summary>One message of the bot, in words, before a channel makes it its own.</summary>
public sealed record Message
{
    /// <summary>The text-catalogue key that it was rendered from; informative.</summary>
    public required string Key { get; init; }

    /// <summary>The words, in the conversation's language. Line breaks are <c>\n</c>; no markup, so that every channel can show it.</summary>
    public required string Text { get; init; }

    /// <summary>BCP 47 tag of the words: <c>zh-CN</c> or <c>en-US</c>.</summary>
    public required string Locale { get; init; }

    /// <summary>Names the question that this message asks; null when it asks nothing. A card returns it (<see cref="Turns.Choice.Question"/>).</summary>
    public string? QuestionId { get; init; }

    /// <summary>Buttons, in order; pressing one says its label.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Whether files are welcome as an answer: a channel shows how to send them, by a link to the upload page where it can't carry them.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>Whether it leads to the consent page for an identity document (rule E6): every channel shows the link, and none takes the document itself.</summary>
    public bool TakesIdentityDocument { get; init; }

    /// <summary>Whether it is news that the customer does not sit waiting for, such as a reviewer's decision: worth a notice through the shop when they are gone (rule R5).</summary>
    public bool IsNews { get; init; }

    /// <summary>The name of the person of the shop who says it; null for the bot's own words.</summary>
    public string? From { get; init; }

    /// <summary>The files that a person of the shop sends with it; null for none.</summary>
    public IReadOnlyList<SentFile>? Files { get; init; }

    /// <summary>Documents of the case that go with it (rule L4): a channel shows them as files behind signed, short-lived links.</summary>
    public IReadOnlyList<CaseDocument> Documents { get; init => field = value ?? []; } = [];

    /// <summary>A richer form of the same words for channels that can show it; the words suffice without it.</summary>
    public Card? Card { get; init; }

    /// <summary>Where the case stands (<c>channelData.case</c>); null before a case exists.</summary>
    public CaseView? Case { get; init; }
}

/// <summary>A file that a person of the shop sends: kept where evidence is.</summary>
/// <param name="Piece">The piece that holds it.</param>
/// <param name="Media">What it is.</param>
public sealed record SentFile(string Piece, Evidence.EvidenceMedia Media);

/// <summary>What a customer can be handed of a case.</summary>
public enum CaseDocument
{
    /// <summary>The order modification application (订单修改申请书, rule R2) as a DOCX.</summary>
    Application,

    /// <summary>Everything of the case in one ZIP (rule L4).</summary>
    Bundle,
}

/// <summary>A button.</summary>
/// <param name="Id">What it means, stable across languages.</param>
/// <param name="Label">What it says, and what the customer says by pressing it.</param>
public sealed record Option(string Id, string Label);

/// <summary>The richer form of a message.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OrderPickerCard), "order_picker")]
[JsonDerivedType(typeof(ConfirmationCard), "confirmation")]
[JsonDerivedType(typeof(ReceiptCard), "receipt")]
public abstract record Card;

/// <summary>Orders to choose from. The option id of each is its order number.</summary>
public sealed record OrderPickerCard(string Title, IReadOnlyList<OrderLine> Orders) : Card;

/// <summary>One order in words, personal data masked.</summary>
/// <param name="OptionId">The option to choose it by.</param>
/// <param name="OrderNo">The number.</param>
/// <param name="Product">Product and face value.</param>
/// <param name="Amount">What was paid, such as ¥100.00.</param>
/// <param name="Target">The masked account, phone and region.</param>
/// <param name="Time">When it was paid or placed, in words.</param>
/// <param name="Status">Where it stands, in words.</param>
/// <param name="WindowEnd">Until when it can be changed at once; null when it can't.</param>
public sealed record OrderLine(string OptionId, string OrderNo, string Product, string Amount, string? Target, string Time, string Status, DateTimeOffset? WindowEnd);

/// <summary>The read-back of rules G1 and G2: what will be done, old and new with the differing characters marked, until when.</summary>
public sealed record ConfirmationCard : Card
{
    /// <summary>What will be done, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The order in question.</summary>
    public required OrderLine Order { get; init; }

    /// <summary>What changes; empty for a cancellation.</summary>
    public required IReadOnlyList<ChangeLine> Changes { get; init; }

    /// <summary>What happens next, such as where the money goes.</summary>
    public string? Note { get; init; }

    /// <summary>The end of the window, for a countdown (rule G4); null when there is none.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The button that says yes.</summary>
    public required Option Yes { get; init; }

    /// <summary>The button that says no.</summary>
    public required Option No { get; init; }
}

/// <summary>One field that changes.</summary>
/// <param name="Field">The field's name, in words.</param>
/// <param name="From">The value on the order, in stretches.</param>
/// <param name="To">The value wanted, in stretches.</param>
public sealed record ChangeLine(string Field, IReadOnlyList<DiffPart> From, IReadOnlyList<DiffPart> To);

/// <summary>A stretch of characters that both values share, or not.</summary>
public sealed record DiffPart(string Text, bool Differs);

/// <summary>What was done, or what was recorded: title and rows of label and value.</summary>
public sealed record ReceiptCard(string Title, IReadOnlyList<ReceiptRow> Rows) : Card;

/// <summary>One row of a receipt.</summary>
public sealed record ReceiptRow(string Label, string Value);
