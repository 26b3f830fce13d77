using System.Globalization;
using System.Text;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>A conversation that broke a rule, and the shortest form of it that still does.</summary>
internal sealed record Failure(int Seed, World World, IReadOnlyList<Step> Steps, int Choice, Exception Broken)
{
    /// <summary>What was broken: a rule, or that nothing is thrown.</summary>
    public string Rule => RuleOf(Broken);

    /// <summary>Leaves out every step, and every order, without which the same rule is still broken.</summary>
    public Failure Shortened()
    {
        var best = this;
        for (var shorter = true; shorter;)
        {
            shorter = false;
            for (var at = best.Steps.Count - 1; at >= 0; at--)
            {
                List<Step> rest = [.. best.Steps.Take(at), .. best.Steps.Skip(at + 1)];
                if (best.StillBroken(best.World, rest) is { } broken)
                {
                    (best, shorter) = (best with { Steps = rest, Broken = broken }, true);
                }
            }

            for (var at = best.World.Orders.Count - 1; at >= 0; at--)
            {
                var smaller = best.World with { Orders = [.. best.World.Orders.Take(at), .. best.World.Orders.Skip(at + 1)] };
                if (best.StillBroken(smaller, best.Steps) is { } broken)
                {
                    (best, shorter) = (best with { World = smaller, Broken = broken }, true);
                }
            }
        }

        return best;
    }

    /// <summary>The seed and the conversation as a script, with what the bot said to each step.</summary>
    public override string ToString()
    {
        var script = new StringBuilder();
        script.AppendLine(CultureInfo.InvariantCulture, $"seed {Seed} breaks \"{Rule}\"");
        script.AppendLine(CultureInfo.InvariantCulture, $"customer {World.CustomerId ?? "(guest)"}, commands {World.Commands}");
        foreach (var (order, can) in World.Orders)
        {
            script.AppendLine(CultureInfo.InvariantCulture, $"order {order}");
            script.AppendLine(CultureInfo.InvariantCulture, $"  {can}");
        }

        var conversation = new RandomConversation(World);
        foreach (var step in Steps)
        {
            script.AppendLine(CultureInfo.InvariantCulture, $"> {step}");
            try
            {
                if (conversation.Do(step))
                {
                    script.AppendLine(CultureInfo.InvariantCulture, $"    {string.Join(", ", conversation.Last!.Messages.Select(message => message.Key))}; {conversation.State.Case?.State}, asks {conversation.State.Asked?.Asks}");
                }
            }
            catch (Exception broken)
            {
                script.AppendLine(CultureInfo.InvariantCulture, $"    {broken.Message}");
            }
        }

        return script.AppendLine(Broken.ToString()).ToString();
    }

    private Exception? StillBroken(World world, IReadOnlyList<Step> steps) =>
        Run.BySteps(world, steps, Choice) is { } broken && RuleOf(broken) == Rule ? broken : null;

    private static string RuleOf(Exception broken) => broken is BrokenRule rule ? rule.Rule : $"nothing is thrown ({broken.GetType().Name})";
}
