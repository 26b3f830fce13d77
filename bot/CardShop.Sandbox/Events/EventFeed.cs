using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;
using Reply = CardShop.Dialogs.Turns.RecipientAnswer;

namespace CardShop.Sandbox.Events;

/// <summary>Writes down what has happened, in the transaction in which it happens.</summary>
internal static class EventFeed
{
    /// <summary>An order is no longer as it was, by something else than a command.</summary>
    public static void TellChanged(this SandboxDb db, ShopOrder order, DateTimeOffset now) =>
        Add(db, new ShopEvent { Id = NewId(), Type = ShopEventType.OrderChanged, At = now, OrderNo = order.OrderNo });

    /// <summary>The recipient has answered.</summary>
    public static void TellAnswer(this SandboxDb db, string orderNo, RecipientReply reply, DateTimeOffset now) =>
        Add(db, new ShopEvent { Id = NewId(), Type = ShopEventType.RecipientAnswered, At = now, OrderNo = orderNo, Answer = AnswerOf(reply) });

    /// <summary>A reviewer has decided. What a reviewer calls a link and the contract does not, stays in the shop.</summary>
    public static void TellReview(this SandboxDb db, CaseReview review) =>
        Add(db, new ShopEvent
        {
            Id = NewId(),
            Type = ShopEventType.ReviewDecided,
            At = review.At,
            CaseNumber = review.Number,
            Decision = DecisionOf(review.Decision),
            Reason = review.Reason.Length > 0 ? review.Reason : null,
            Link = review.Link switch
            {
                "order" => EvidenceLink.Order,
                "mistake" => EvidenceLink.Mistake,
                "identity" => EvidenceLink.Identity,
                _ => null,
            },
        });

    private static void Add(SandboxDb db, ShopEvent told) => db.Feed.Add(new FeedEntry { Body = Answer.Write(told), At = told.At });

    private static string NewId() => $"evt-{Guid.NewGuid():N}";

    private static Reply AnswerOf(RecipientReply reply) => reply switch
    {
        RecipientReply.Agrees => Reply.Agrees,
        RecipientReply.Refuses => Reply.Refuses,
        _ => Reply.Silent,
    };

    private static ReviewVerdict DecisionOf(ReviewReply reply) => reply switch
    {
        ReviewReply.Approve => ReviewVerdict.Approve,
        ReviewReply.Refuse => ReviewVerdict.Refuse,
        _ => ReviewVerdict.MoreEvidence,
    };
}
