using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding.SecondOpinions;

/// <summary>
/// What somebody else, a language model, makes of a message that the bot is not sure of. It was checked: its labels exist, and all that it names stands in the message.
/// It never is a yes or a no, and what it names goes the way of everything told: to the read-back (G2).
/// </summary>
/// <param name="Asked">What was being asked when it was given; for any other question it is void.</param>
/// <param name="Intent">The intent.</param>
/// <param name="Problem">The subtype of a report.</param>
/// <param name="Also">Further subtypes of it.</param>
/// <param name="Entities">What is named.</param>
public sealed record Opinion(Asks? Asked, Intent Intent, Problem? Problem, IReadOnlyList<Problem> Also, Entities Entities)
{
    /// <summary>What the bot is sure of stays, and so does every answer to a read-back.</summary>
    internal Understood Complete(Understood understood, Asks? asked) => understood.Sure || asked == Asks.Confirm || asked != Asked
        ? understood
        : understood with
        {
            Intent = Intent,
            Problem = Intent is Intent.Answer or Intent.Correction ? understood.Problem : Problem,
            Also = Also,
            Sure = true,
            Entities = Joined(understood.Entities),
        };

    /// <summary>Of each kind what it names, else what the bot itself has found, unless that very thing was named as something else.</summary>
    private Entities Joined(Entities own) => own with
    {
        OrderNos = Entities.OrderNos.Count > 0 ? Entities.OrderNos : [.. own.OrderNos.Where(number => !Names(number))],
        Phone = Either(Entities.Phone, own.Phone),
        Account = Either(Entities.Account, own.Account),
        Region = Either(Entities.Region, own.Region),
        Product = Either(Entities.Product, own.Product),
        Amount = Either(Entities.Amount, own.Amount),
    };

    private Named Either(Named given, Named own) => given != default ? given : Names(own.Plain) || Names(own.From) || Names(own.To) ? default : own;

    private bool Names(string? value) => value is not null
        && (Entities.OrderNos.Contains(value) || new[] { Entities.Phone, Entities.Account, Entities.Region, Entities.Product, Entities.Amount }.Any(named => value == named.Plain || value == named.From || value == named.To));
}
