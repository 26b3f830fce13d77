using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>
/// Random conversations, by seed: whatever customers, shops and clocks do, the rules of <see cref="MoneyTrail"/>, <see cref="StateRules"/>, <see cref="MessageRules"/> and
/// <see cref="WaysOut"/> hold after every turn. How many is set by the environment: <c>CARDSHOP_CONVERSATIONS=200000</c>; from which seed on by <c>CARDSHOP_SEED</c>.
/// </summary>
public sealed class RandomConversationTests(ITestOutputHelper output)
{
    private const int InCi = 20_000;
    private const int MostShown = 5;

    [Fact]
    public void Conversations_KeepEveryRule()
    {
        var (count, first) = (Setting("CARDSHOP_CONVERSATIONS", InCi), Setting("CARDSHOP_SEED", 0));
        var failures = new ConcurrentBag<Failure>();
        var turns = 0L;
        var clock = Stopwatch.StartNew();
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            if (Run.BySeed(seed, out var taken) is { } failure)
            {
                failures.Add(failure);
            }

            Interlocked.Add(ref turns, taken);
        });
        var rate = string.Create(
            CultureInfo.InvariantCulture, $"{count} conversations, {turns} turns in {clock.Elapsed.TotalSeconds:0.0} s: {count / clock.Elapsed.TotalSeconds:0} conversations a second");
        output.WriteLine(rate);
        TestContext.Current.SendDiagnosticMessage(rate);

        var kinds = failures.GroupBy(failure => failure.Rule).OrderByDescending(kind => kind.Count()).ToList();
        Assert.True(kinds.Count == 0, string.Join('\n', kinds.Take(MostShown).Select(kind => $"{kind.Count()} ×\n{kind.MinBy(failure => failure.Seed)!.Shortened()}")));
    }

    [Fact]
    public void SameSeed_IsTheSameConversation()
    {
        Assert.Equal(Told(7), Told(7));

        static string Told(int seed)
        {
            Assert.Null(Run.BySeed(seed, out var turns));
            return turns.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
