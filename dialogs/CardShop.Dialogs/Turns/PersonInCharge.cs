using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>A human in charge silences the bot (DESIGN.md, decision 8): what happens is kept, and nothing is asked.</summary>
internal static class PersonInCharge
{
    /// <summary>Deals with what happens while a person has the conversation; false for what takes its usual way, told as facts only.</summary>
    public static bool Takes(TurnScope scope, Incoming incoming)
    {
        switch (incoming)
        {
            case CustomerSaid said:
                Hear(scope, said);
                return true;
            case CustomerJoined:
                return true;
            case OrderMoved moved when scope.OpenCase is { Order: { } order, Pending: null } && order.OrderNo == moved.OrderNo:
                Refresh(scope, order);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes every question and every button from what the bot says while a person speaks.</summary>
    public static void Quieten(TurnScope scope, List<Reply> replies)
    {
        if (scope.State.Person is null)
        {
            return;
        }

        replies.RemoveAll(reply => reply.QuestionId is not null);
        for (var at = 0; at < replies.Count; at++)
        {
            replies[at] = replies[at] with { Options = [] };
        }

        scope.AskNothing();
    }

    /// <summary>
    /// The words are the person's to read. Files are kept as ever, and only what could not be kept is told, and that a document was deleted on demand: the customer would not know
    /// otherwise.
    /// </summary>
    private static void Hear(TurnScope scope, CustomerSaid said)
    {
        IdentityDocuments.TakeBack(scope, said);
        var proof = IdentityDocuments.Sift(scope, said.Files).OfType<AcceptedFile>().Select(file => file.Piece);
        scope.State = scope.State with { HeardAt = scope.Now, Reminded = false, UnclaimedEvidence = [.. scope.State.UnclaimedEvidence, .. proof] };
        foreach (var cause in said.Files.OfType<RefusedFile>().Select(file => file.Cause).Distinct())
        {
            scope.Say("evidence.refused." + Names.Snake(cause), ["E4"]);
        }

        if (scope.OpenCase is not null)
        {
            EvidenceIntake.Claim(scope);
        }
    }

    private static void Refresh(TurnScope scope, Order known)
    {
        if (scope.Ask(new ReadOrder(known.OrderNo)) is OrderAnswer read)
        {
            scope.Case = scope.Case with { Facts = read.Facts };
        }
    }
}
