using System.Globalization;
using CardShop.Dialogs.Replies;

namespace CardShop.Dialogs.Legal;

/// <summary>Guidance on the legal route (rule L3): from an amount and a situation to a short answer with details. Information, never advice, never a promise.</summary>
public static class LegalGuidance
{
    private static readonly Dictionary<string, string> NoFacts = [];

    /// <summary>What is told.</summary>
    /// <param name="amountInFen">The claim, in fen, from 1 to what <see cref="CourtFee.On"/> takes; null while it is not known.</param>
    /// <param name="situation">What is known of the case.</param>
    public static LegalAnswer For(long? amountInFen, LegalSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        SuitWorth? worth = amountInFen is { } amount ? Suit.Worth(amount) : null;
        return new LegalAnswer(worth, [.. Brief(amountInFen, worth, situation)], [.. Details(amountInFen, situation)]);
    }

    private static IEnumerable<LegalLine> Brief(long? amountInFen, SuitWorth? worth, LegalSituation situation)
    {
        if (situation.IsFraud)
            yield return Line("legal.short.fraud");

        if (situation.IsMinor)
        {
            yield return Line("legal.short.minor");

            // A child's order is a matter with the shop: of a recipient nothing is said unless there is one.
            if (situation.Recipient == RecipientStance.NotAsked)
                yield break;
        }

        yield return Line(situation.Recipient switch
        {
            RecipientStance.Asked => "legal.short.asked",
            RecipientStance.Refused => "legal.short.refused",
            RecipientStance.UsedUp => "legal.short.used_up",
            _ => "legal.short.not_asked",
        });

        if (amountInFen is not { } amount)
            yield break;

        yield return Worth(amount, situation);

        if (worth == SuitWorth.Possible && situation.RecipientKnownSince is null)
            yield return Line("legal.short.name_first");

        if (amount >= Suit.LargeFrom)
            yield return Line("legal.short.lawyer");
    }

    private static IEnumerable<LegalSection> Details(long? amountInFen, LegalSituation situation) => LawBook.Published.Statements
        .Where(statement => situation.Meets(statement.OnlyIf))
        .GroupBy(statement => statement.Topic)
        .Select(topic => new LegalSection(topic.Key, [.. WorkedOut(topic.Key, amountInFen, situation), .. topic.Select(Line)]));

    /// <summary>What no statute says by itself: the figures and dates of this case.</summary>
    private static IEnumerable<LegalLine> WorkedOut(LegalTopic topic, long? amountInFen, LegalSituation situation)
    {
        if (topic == LegalTopic.Fees && amountInFen is { } amount)
        {
            // Whoever asks what it costs wants to know whether it is worth it; of a child's order there may be nobody to sue.
            if (!situation.IsMinor || situation.Recipient != RecipientStance.NotAsked)
                yield return Worth(amount, situation);
            yield return new LegalLine("legal.fees.amount", Fees(amount));
        }

        if (topic == LegalTopic.Limitation)
        {
            yield return Suit.LimitationEnds(situation.RecipientKnownSince) is { } until
                ? new LegalLine("legal.limitation.until", new Dictionary<string, string> { ["from"] = Day(situation.RecipientKnownSince!.Value), ["until"] = Day(until) })
                : Line("legal.limitation.open");
        }
    }

    /// <summary>Whether a suit is worth it, fee against amount (L3).</summary>
    private static LegalLine Worth(long amount, LegalSituation situation) => new(
        Suit.Worth(amount) switch
        {
            SuitWorth.FeeExceeds => situation.CoordinationIsOver ? "legal.worth.fee_exceeds_refused" : "legal.worth.fee_exceeds",
            SuitWorth.Rarely => situation.CoordinationIsOver ? "legal.worth.rarely_refused" : "legal.worth.rarely",
            _ => "legal.worth.possible",
        },
        Fees(amount));

    private static Dictionary<string, string> Fees(long amount)
    {
        var fee = CourtFee.On(amount);
        return new Dictionary<string, string>
        {
            ["amount"] = Formats.Money(amount),
            ["full"] = Formats.Money(fee.Full),
            ["half"] = Formats.Money(fee.Halved),
            ["order"] = Formats.Money(fee.PaymentOrder),
        };
    }

    private static LegalLine Line(string key) => new(key, NoFacts);

    private static LegalLine Line(LawStatement statement) => new(statement.Text, NoFacts, statement);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
