using System.Text.Json.Serialization;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Cases;

/// <summary>A fact of the audit record: what was decided, told or done. Never carries personal data beyond order and case numbers.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CaseOpened), "case_opened")]
[JsonDerivedType(typeof(ProblemTold), "problem_told")]
[JsonDerivedType(typeof(OrderFound), "order_found")]
[JsonDerivedType(typeof(OrderNotFound), "order_not_found")]
[JsonDerivedType(typeof(PathDecided), "path_decided")]
[JsonDerivedType(typeof(ReadBack), "read_back")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(AdvisedOnly), "advised_only")]
[JsonDerivedType(typeof(ShopRefused), "shop_refused")]
[JsonDerivedType(typeof(ShopSilent), "shop_silent")]
[JsonDerivedType(typeof(PersonCalled), "person_called")]
[JsonDerivedType(typeof(BotResumed), "bot_resumed")]
[JsonDerivedType(typeof(CaseRecorded), "case_recorded")]
[JsonDerivedType(typeof(EvidenceReceived), "evidence_received")]
[JsonDerivedType(typeof(EvidenceWithdrawn), "evidence_withdrawn")]
[JsonDerivedType(typeof(IdentityProven), "identity_proven")]
[JsonDerivedType(typeof(IdentityConsented), "identity_consented")]
[JsonDerivedType(typeof(IdentityDocumentDeleted), "identity_document_deleted")]
[JsonDerivedType(typeof(ApplicationFiled), "application_filed")]
[JsonDerivedType(typeof(ReviewAnswered), "review_answered")]
[JsonDerivedType(typeof(ReviewNoted), "review_noted")]
[JsonDerivedType(typeof(ReviewOverdue), "review_overdue")]
[JsonDerivedType(typeof(MinorTold), "minor_told")]
[JsonDerivedType(typeof(RecipientAsked), "recipient_asked")]
[JsonDerivedType(typeof(RecipientTold), "recipient_told")]
[JsonDerivedType(typeof(RecipientNoted), "recipient_noted")]
[JsonDerivedType(typeof(CaseReopened), "case_reopened")]
[JsonDerivedType(typeof(CaseClosed), "case_closed")]
[JsonDerivedType(typeof(PersonTookOver), "person_took_over")]
[JsonDerivedType(typeof(PersonWent), "person_went")]
[JsonDerivedType(typeof(DeskDecided), "desk_decided")]
[JsonDerivedType(typeof(CaseRated), "case_rated")]
public abstract record CaseEvent;

/// <summary>A case was opened.</summary>
public sealed record CaseOpened(string Number, Intent Intent) : CaseEvent;

/// <summary>The customer told, or corrected, what went wrong.</summary>
public sealed record ProblemTold(Problem Problem) : CaseEvent;

/// <summary>The order was found, and the customer has proved the right to see it.</summary>
public sealed record OrderFound(string OrderNo, long Version) : CaseEvent;

/// <summary>No order was found that fits number and proof.</summary>
public sealed record OrderNotFound(int Attempts) : CaseEvent;

/// <summary>The rules have decided on an order.</summary>
public sealed record PathDecided(string OrderNo, long Version, PathStep Step, CasePath? Path, PathCause? Cause, IReadOnlyList<string> Rules) : CaseEvent;

/// <summary>An action was read back to the customer (G2).</summary>
public sealed record ReadBack(string OrderNo, long Version, Remedy Remedy) : CaseEvent;

/// <summary>The customer has said yes, and the command was ordered.</summary>
public sealed record Confirmed(string OrderNo, long Version, Remedy Remedy, string Key) : CaseEvent;

/// <summary>The customer has said yes; the command was not sent, since the bot only advises (Shop:Commands = shadow).</summary>
public sealed record AdvisedOnly(string OrderNo, long Version, Remedy Remedy) : CaseEvent;

/// <summary>The shop has refused a command.</summary>
public sealed record ShopRefused(string Key, string Code) : CaseEvent;

/// <summary>The shop has not answered a command yet.</summary>
public sealed record ShopSilent(string Key) : CaseEvent;

/// <summary>The case waits for a person.</summary>
public sealed record PersonCalled(PersonCause Cause) : CaseEvent;

/// <summary>The customer goes on with the bot.</summary>
public sealed record BotResumed : CaseEvent;

/// <summary>The case was written down for somebody else to decide.</summary>
public sealed record CaseRecorded(CasePath Path) : CaseEvent;

/// <summary>The customer has handed in a piece of evidence (rules E1 to E3).</summary>
public sealed record EvidenceReceived(string Piece, EvidenceLink Link, bool SeenElsewhere) : CaseEvent;

/// <summary>The customer has taken a piece of evidence back.</summary>
public sealed record EvidenceWithdrawn(string Piece) : CaseEvent;

/// <summary>A guest gave the code that the shop had sent to the order's registered phone (rule E3).</summary>
public sealed record IdentityProven : CaseEvent;

/// <summary>The customer has agreed, apart from everything else, to a picture of an identity document being looked at (rule E6; Personal Information Protection Law 29).</summary>
/// <param name="Piece">The picture.</param>
/// <param name="Wording">Which wording of the consent they had before them.</param>
public sealed record IdentityConsented(string Piece, string Wording) : CaseEvent;

/// <summary>The picture of an identity document was deleted, since the case needs it no more (rule E6).</summary>
public sealed record IdentityDocumentDeleted(string Piece) : CaseEvent;

/// <summary>The application was filed with a reviewer (R2), without the links that are missing (E4).</summary>
public sealed record ApplicationFiled(DateTimeOffset DueBy, IReadOnlyList<EvidenceLink> Missing) : CaseEvent;

/// <summary>A reviewer has answered (R5).</summary>
public sealed record ReviewAnswered(ReviewVerdict Verdict, EvidenceLink? Link) : CaseEvent;

/// <summary>A reviewer's answer has come for a case that waits for none: it changes nothing.</summary>
public sealed record ReviewNoted(string Number, ReviewVerdict Verdict) : CaseEvent;

/// <summary>No reviewer has answered in time (R3).</summary>
public sealed record ReviewOverdue : CaseEvent;

/// <summary>It was told that a child has ordered.</summary>
public sealed record MinorTold : CaseEvent;

/// <summary>The shop was asked to pass a message on to the recipient (L1).</summary>
public sealed record RecipientAsked(string OrderNo, bool IsReminder, string Key) : CaseEvent;

/// <summary>The recipient has answered, or the wait for an answer is over (L1, D8); null when the shop passes nothing on.</summary>
public sealed record RecipientTold(RecipientAnswer? Answer) : CaseEvent;

/// <summary>A recipient's answer has come where none was awaited: it changes nothing.</summary>
public sealed record RecipientNoted(string OrderNo, RecipientAnswer Answer) : CaseEvent;

/// <summary>A refused case was opened again, with new evidence (D5).</summary>
public sealed record CaseReopened : CaseEvent;

/// <summary>The case has ended.</summary>
public sealed record CaseClosed(Outcome Outcome) : CaseEvent;

/// <summary>Why a person was called.</summary>
public enum PersonCause
{
    /// <summary>The customer wants one (H3).</summary>
    Wanted,

    /// <summary>The rules send it there (P9, D9).</summary>
    Rules,

    /// <summary>Too many changes (G3).</summary>
    TooManyChanges,

    /// <summary>The bot may not act (Shop:Commands).</summary>
    CommandsOff,

    /// <summary>The shop could not be reached.</summary>
    ShopSilent,

    /// <summary>A delivery problem (T9).</summary>
    Delivery,

    /// <summary>A fraud (T10).</summary>
    Fraud,

    /// <summary>The shop refuses what its reviewer has approved (D4).</summary>
    ApprovalRefused,
}
