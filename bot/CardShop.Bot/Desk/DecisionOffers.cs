using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Understanding;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <summary>What can be decided of a case now, for the desk to show.</summary>
internal sealed class DecisionOffers(PolicySettings settings, TimeProvider time, IOptions<ReviewsOptions> reviews)
{
    /// <summary>The offers.</summary>
    /// <param name="file">The case.</param>
    /// <param name="isSignedIn">Whether the customer is signed in.</param>
    /// <param name="isLive">Whether commands reach the shop.</param>
    public DecisionOptions Of(CaseFile file, bool isSignedIn, bool isLive)
    {
        if (file.State == CaseState.Closed)
        {
            return new DecisionOptions();
        }

        var shopDecides = reviews.Value.Owner == ReviewsOwner.Shop;
        var isOpen = !shopDecides && file is { Pending: null, Approved: false, ApprovedRemedy: null };
        var isReviewed = isOpen && DeskAdvice.StageOf(file) is Stage.WithHuman or Stage.UnderReview or Stage.Evidence or Stage.Filing or Stage.Coordinating;
        return new DecisionOptions
        {
            ShopDecides = shopDecides,
            Approvals = isOpen ? Approvals(file, isSignedIn) : [],
            CanRefuse = isReviewed,
            CanAskForPiece = isReviewed,
            CanCoordinate = file is { Pending: null, Approved: false, ApprovedRemedy: null, Decision.Step: PathStep.Coordinate, State: not CaseState.AwaitingRecipient } && isLive,
            Closings = DeskAdvice.Closings(file, isLive),
            First = file.FirstApproval is { } first ? new CardShop.Desk.Services.FirstApproval(first.Remedy, first.Name, first.PersonId, first.Reason, first.At) : null,
        };
    }

    private IReadOnlyList<ApprovalOption> Approvals(CaseFile file, bool isSignedIn) => [.. Enum.GetValues<Remedy>()
        .Where(remedy => DeskAdvice.IsPossible(file, remedy))
        .Select(remedy => new ApprovalOption(
            remedy, DeskAdvice.IsAgainst(file, remedy, isSignedIn, time.GetUtcNow(), settings), DeskAdvice.TakesTwo(file, settings), DeskAdvice.IsCovered(file, remedy)))];
}
