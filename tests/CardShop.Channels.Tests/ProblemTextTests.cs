using System.Reflection;
using CardShop.Bot.Channels.Problems;

namespace CardShop.Channels.Tests;

public sealed class ProblemTextTests
{
    [Fact]
    public void EveryProblem_HasASentenceInBothLanguages_AndNoSentenceIsLeftOver()
    {
        var codes = typeof(ChannelProblem).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((ChannelProblem)field.GetValue(null)!).Code);

        Assert.Equal(codes.Order(), ProblemTexts.All.Keys.Order());
        Assert.All(ProblemTexts.All.Values, sentence => Assert.All([sentence.Zh, sentence.En], text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }
}
