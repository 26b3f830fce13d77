namespace CardShop.Activities;

/// <summary>The id that was given to an activity.</summary>
/// <param name="Id">The id.</param>
public sealed record ResourceResponse(string? Id);

/// <summary>The answers to a message that asked for them in the response.</summary>
/// <param name="Activities">The answers, in order; written even when there are none.</param>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>How the Bot Framework says that something went wrong.</summary>
/// <param name="Error">What went wrong.</param>
public sealed record ErrorResponse(Error Error);

/// <summary>What went wrong.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For people.</param>
public sealed record Error(string Code, string Message);
