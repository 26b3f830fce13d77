using CardShop.Dialogs.Shop;

namespace CardShop.ShopContract;

/// <summary>Looks an order up. One of the three proofs must be given, and must fit the order; otherwise the answer is 404, whether the order exists or not.</summary>
/// <param name="Number">Order, payment or merchant number.</param>
/// <param name="CustomerId">The signed-in customer.</param>
/// <param name="Contact">A guest's contact, as given with the order.</param>
/// <param name="QueryPassword">A guest's query password.</param>
public sealed record LookupRequest(string Number, string? CustomerId = null, string? Contact = null, string? QueryPassword = null);

/// <summary>Takes or renews a lease that keeps the order from shipping.</summary>
/// <param name="CaseNumber">The case in whose name.</param>
/// <param name="LeaseSeconds">From 1 to 900.</param>
public sealed record HoldRequest(string CaseNumber, int LeaseSeconds);

/// <summary>Ends a lease early.</summary>
public sealed record ReleaseRequest(string CaseNumber);

/// <summary>Cancels an order; a paid one is paid back.</summary>
public sealed record CancelRequest(string CaseNumber, long ExpectedVersion);

/// <summary>Changes an order.</summary>
public sealed record ModifyRequest(string CaseNumber, long ExpectedVersion, OrderChanges Changes);

/// <summary>Pays back what can't be cancelled.</summary>
public sealed record RefundRequest(string CaseNumber, long ExpectedVersion, long AmountFen);

/// <summary>Has a message passed on to the holder of the account that the goods went to. The shop adds nothing that tells who asks, and tells nobody who was asked.</summary>
/// <param name="CaseNumber">The case in whose name.</param>
/// <param name="Text">What it says, in simplified Chinese; it names no one.</param>
/// <param name="IsReminder">Whether it is the one reminder.</param>
public sealed record RecipientMessageRequest(string CaseNumber, string Text, bool IsReminder = false);

/// <summary>Asks about a target before it is used.</summary>
public sealed record TargetCheckRequest(string Product, Target Target, string? CustomerId = null);

/// <summary>A notice to a customer who is not in the chat.</summary>
public sealed record NoticeRequest(string CaseNumber, string Text, string Locale);

/// <summary>Sends a code to the phone that the order was registered with (rule E3). The shop makes it and sends it; nobody else ever sees it.</summary>
/// <param name="CaseNumber">The case that it is for: in no other is it worth anything.</param>
/// <param name="Attempt">Names the asking: the same again sends nothing more, and is answered as it was.</param>
public sealed record IdentityCodeRequest(string CaseNumber, string Attempt);

/// <summary>Asks whether a code is the one that was sent.</summary>
/// <param name="CaseNumber">The case that it was sent for.</param>
/// <param name="Attempt">Names the try: the same with the same code again costs no further try, and is answered as it was.</param>
/// <param name="Code">Six digits, as the customer typed them.</param>
public sealed record IdentityCheckRequest(string CaseNumber, string Attempt, string Code);
