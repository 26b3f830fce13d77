namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>Runs one conversation from its seed, or from steps written down before.</summary>
internal static class Run
{
    private const int FewestSteps = 4;
    private const int MostSteps = 18;

    /// <summary>A conversation by its seed; the same seed is the same conversation.</summary>
    /// <returns>What was broken, with the steps that led there; null when all held.</returns>
    public static Failure? BySeed(int seed, out int turns)
    {
        var random = new Random(seed);
        var world = World.Of(random);
        var conversation = new RandomConversation(world);
        List<Step> steps = [];
        var choice = seed;
        try
        {
            for (var left = random.Next(FewestSteps, MostSteps); left > 0; left--)
            {
                var step = RandomCustomer.Next(conversation, random);
                steps.Add(step);
                if (conversation.Do(step) && random.Next(6) == 0)
                {
                    WaysOut.Walk(conversation, choice++);
                }
            }

            turns = conversation.Turns;
            WaysOut.Walk(conversation, choice);
            return null;
        }
        catch (Exception broken)
        {
            turns = conversation.Turns;
            return new Failure(seed, world, steps, choice, broken);
        }
    }

    /// <summary>The same steps again, with the ways out walked at the end.</summary>
    public static Exception? BySteps(World world, IEnumerable<Step> steps, int choice)
    {
        try
        {
            var conversation = new RandomConversation(world);
            foreach (var step in steps)
            {
                conversation.Do(step);
            }

            if (conversation.Last is not null)
            {
                WaysOut.Walk(conversation, choice);
            }

            return null;
        }
        catch (Exception broken)
        {
            return broken;
        }
    }
}
