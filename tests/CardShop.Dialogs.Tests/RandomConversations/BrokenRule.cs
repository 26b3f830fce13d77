namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>Something that must hold after every turn does not.</summary>
internal sealed class BrokenRule(string rule, string detail) : Exception($"{rule}: {detail}")
{
    public string Rule { get; } = rule;

    /// <summary>Holds on to the rule.</summary>
    public static void Unless(bool holds, string rule, Func<string>? detail = null)
    {
        if (!holds)
        {
            throw new BrokenRule(rule, detail?.Invoke() ?? string.Empty);
        }
    }
}
