using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;

namespace CardShop.Persistence.Cases;

/// <summary>A case as it stands after its conversation's last turn.</summary>
public sealed class CaseRow
{
    /// <summary>The case number, such as <c>CS-261122-7K3QF</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The conversation that it lives in.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The signed-in customer, or null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The first order that it is about; null before one is found.</summary>
    public string? OrderNo { get; private set; }

    /// <summary>Where the customer is on the way.</summary>
    public Stage Stage { get; private set; }

    /// <summary>The path; null until known.</summary>
    public CasePath? Path { get; private set; }

    /// <summary>What became of it; null while open.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>The odds of the first decision on its order; null before it. What becomes of such cases is told to later customers.</summary>
    public Odds? FirstOdds { get; private set; }

    /// <summary>The product of its order; null before one is found.</summary>
    public string? Product { get; private set; }

    /// <summary>Since when it waits for a person (rule H1); null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it last moved.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Notes how it began, once.</summary>
    public void Begin(Odds? odds, string? product)
    {
        FirstOdds ??= odds;
        Product ??= product;
    }

    /// <summary>Takes over where the case stands now.</summary>
    /// <returns>Whether it has moved.</returns>
    public bool Move(string? orderNo, Stage stage, CasePath? path, Outcome? outcome, DateTimeOffset at)
    {
        var moved = (OrderNo, Stage, Path, Outcome) != (orderNo, stage, path, outcome) || UpdatedAt == default;
        OrderNo = orderNo;
        Stage = stage;
        Path = path;
        Outcome = outcome;
        UpdatedAt = moved ? at : UpdatedAt;
        WaitingSince = stage == Stage.WithHuman && outcome is null ? WaitingSince ?? at : null;
        return moved;
    }
}
