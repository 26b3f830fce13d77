using System.Collections.Concurrent;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>The understanding that is shipped. It is pure, so that what it made of a message once need not be worked out again.</summary>
internal sealed class RememberedUnderstanding : IUnderstanding
{
    private readonly ConcurrentDictionary<(string Text, Asks? Asked), Understood> _known = new();
    private readonly LearnedUnderstanding _understanding = new(TrainedModel.Bytes);

    public Understood Understand(string text, Asks? asked, DateTimeOffset? now = null)
    {
        Assert.Null(now);
        return _known.GetOrAdd((text, asked), static (key, understanding) => understanding.Understand(key.Text, key.Asked), _understanding);
    }
}
