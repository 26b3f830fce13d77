using System.Text;
using CardShop.Activities.Json;

namespace CardShop.Activities.Tests.Json;

public sealed class ActivityTextTests
{
    [Theory]
    [InlineData(@"""\ud83d""", @"""\uFFFD""")]
    [InlineData(@"""\uDE2D!""", @"""\uFFFD!""")]
    [InlineData(@"""\ud83d\ude2d""", @"""\ud83d\ude2d""")]
    [InlineData(@"""\ud83d\ud83d\ude2d""", @"""\uFFFD\ud83d\ude2d""")]
    [InlineData(@"""\\ud83d""", @"""\\ud83d""")]
    [InlineData(@"""\\\ud83d""", @"""\\\uFFFD""")]
    [InlineData(@"""\u00e9\n""", @"""\u00e9\n""")]
    public void Decode_MendsHalfCharactersOnly(string sent, string read) => Assert.Equal(read, ActivityText.Decode(Encoding.UTF8.GetBytes(sent)));
}
