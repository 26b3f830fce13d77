using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Cases;

/// <summary>What the rules say to a decision of a person at the desk.</summary>
public static class DeskAdvice
{
    /// <summary>The stage that the case is in.</summary>
    public static Stage StageOf(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseStages.Of(file.State);
    }

    /// <summary>What the rules make of the case, were this remedy wanted; null before there is an order.</summary>
    public static PathDecision? Of(CaseFile file, Remedy remedy, bool isSignedIn, DateTimeOffset now, PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CasePlan.Next(file with { Remedy = remedy, Approved = false, ApprovedRemedy = null }, isSignedIn, now, settings).Decision;
    }

    /// <summary>Whether the rules advise against it: neither may it be done at once, nor is it for a reviewer with the whole evidence chain (rules E4, R4, P9).</summary>
    public static bool IsAgainst(CaseFile file, Remedy remedy, bool isSignedIn, DateTimeOffset now, PolicySettings settings) => Of(file, remedy, isSignedIn, now, settings) switch
    {
        { Step: PathStep.Act, Remedy: var advised } => advised is not null && advised != remedy,
        { Step: PathStep.Review } => EvidenceChain.Missing(file, isSignedIn).Count > 0,
        _ => true,
    };

    /// <summary>The links that nothing shows yet (rule E4).</summary>
    public static IReadOnlyList<EvidenceLink> Missing(CaseFile file, bool isSignedIn) => EvidenceChain.Missing(file, isSignedIn);

    /// <summary>Whether the remedy can be carried out at all: there is an order, nothing is with the shop, and what is wanted is known.</summary>
    public static bool IsPossible(CaseFile file, Remedy remedy)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file is { Order: { } order, Problem: not null, Pending: null, State: not CaseState.Closed } && !file.Impossible.Contains(remedy)
            && (remedy == Remedy.Cancel || (WantedFields.Missing(file, order) is null && WantedFields.Changes(order, file.Wanted).Any()));
    }

    /// <summary>Whether two people have to approve.</summary>
    public static bool TakesTwo(CaseFile file, PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(settings);
        return file.Order?.AmountFen >= settings.TwoPeopleFromFen;
    }

    /// <summary>Whether the customer has applied for exactly this (rule G2).</summary>
    public static bool IsCovered(CaseFile file, Remedy remedy)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Filing?.Covers(remedy, file.Wanted) ?? false;
    }

    /// <summary>What a person has to hurry for: the window while it can still be kept (rule G4), else the review (rule R3).</summary>
    public static (DateTimeOffset At, string Kind)? DeadlineOf(CaseFile file, DateTimeOffset now, PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file is { Outcome: null, Order: { Payment: PaymentState.Paid, Delivery: DeliveryState.None or DeliveryState.Queued } order } && GoldenWindow.EndOf(order, settings) is { } end && end > now)
        {
            return (end, "window");
        }

        return file is { Outcome: null, Approved: false, Filing.DueBy: var due } ? (due, "review") : null;
    }

    /// <summary>When the golden window of an order ends, or has ended; null for an unpaid one.</summary>
    public static DateTimeOffset? WindowEnd(Order order, PolicySettings settings) => GoldenWindow.EndOf(order, settings);

    /// <summary>The outcomes that a person may close the case with (rule D7): what was done at the shop by hand only where the bot does not do it.</summary>
    public static IReadOnlyList<Outcome> Closings(CaseFile file, bool isLive)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file is not { State: not CaseState.Closed, Pending: null })
        {
            return [];
        }

        IEnumerable<Outcome> handedOver = file.PersonCause switch
        {
            PersonCause.Delivery => [Outcome.DeliveryHandedOver],
            PersonCause.Fraud => [Outcome.FraudHandedOver],
            _ => [],
        };
        IEnumerable<Outcome> byHand = file.Decision is null || isLive && file.PersonCause is not (PersonCause.ShopSilent or PersonCause.ApprovalRefused or PersonCause.CommandsOff)
            ? [] : [Outcome.Cancelled, Outcome.Modified, Outcome.Refunded, Outcome.Reconciled];
        return [.. handedOver, Outcome.NothingLost, Outcome.Withdrawn, Outcome.LegalGuidance, Outcome.ReturnedByRecipient, Outcome.Refused, .. byHand];
    }
}
