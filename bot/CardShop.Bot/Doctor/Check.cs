namespace CardShop.Bot.Doctor;

/// <summary>How a check came out.</summary>
internal enum Health
{
    Good,
    Failed,

    /// <summary>It could not be looked at, because something before it failed or is not there yet.</summary>
    Skipped,
}

/// <summary>What a check found, in one line.</summary>
/// <param name="Health">Good or not.</param>
/// <param name="Detail">What was seen; for a failure, the cause and the remedy.</param>
internal sealed record Finding(Health Health, string Detail)
{
    public static Finding Good(string detail) => new(Health.Good, detail);

    public static Finding Skipped(string detail) => new(Health.Skipped, detail);
}

/// <summary>One line of the doctor's table.</summary>
/// <param name="Name">What is looked at.</param>
/// <param name="LookAsync">Looks; throws <see cref="CheckFailedException"/> for what is wrong.</param>
internal sealed record Check(string Name, Func<CancellationToken, Task<Finding>> LookAsync)
{
    /// <summary>A check that needs no waiting.</summary>
    public static Check Of(string name, Func<Finding> look) => new(name, _ => Task.FromResult(look()));

    /// <summary>A check that is good when it does not fail, and then has this to say.</summary>
    public static Check Of(string name, string good, Func<CancellationToken, Task> lookAsync) => new(
        name,
        async cancellationToken =>
        {
            await lookAsync(cancellationToken);
            return Finding.Good(good);
        });
}

/// <summary>What is wrong, in one line that names the cause and, where there is one, the remedy.</summary>
internal sealed class CheckFailedException(string message) : Exception(message)
{
    /// <summary>Fails unless it is so.</summary>
    public static void Unless(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new CheckFailedException(otherwise);
        }
    }
}
