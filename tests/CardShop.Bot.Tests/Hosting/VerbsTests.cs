using CardShop.Bot.Hosting;
using CardShop.Bot.Hosting.CommandLine;

namespace CardShop.Bot.Tests.Hosting;

public sealed class VerbsTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public void NoVerb_Serves(params string[] arguments) => Assert.Null(Verbs.Find(arguments));

    [Fact]
    public void KnownVerb_IsFound() => Assert.NotNull(Verbs.Find(["migrate", "--CardShop:DataDirectory=x"]));

    [Fact]
    public void UnknownVerb_IsToldWithThoseThatThereAre()
    {
        var wrong = Assert.Throws<SettingException>(() => Verbs.Find(["serve"]));

        Assert.StartsWith("verb 'serve': there is none of that name; use ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("migrate", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Understand_AnswersEachLineInTurn()
    {
        using var input = new StringReader(
            """
            {"id":"a","text":"半小时前充错了，手机号写成13800001111，应该是13800002222","now":"2026-11-22T10:00:00+08:00"}

            {"id":"b","text":"18区","now":"2026-11-22T10:00:00+08:00","asked":"region"}
            """);
        using var output = new StringWriter();

        Assert.Equal(0, await Verbs.Find(["understand"])!([], input, output));

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("""{"id":"a","intent":"report_error","errorType":"wrong_object","subtype":"wrong_phone","also":[],"confidence":""", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"paidAt\":\"2026-11-22T09:30:00+08:00\",\"paidFrom\":null", lines[0], StringComparison.Ordinal);
        Assert.Contains("""{"phoneFrom":"13800001111","phoneTo":"13800002222"}""", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"b","intent":"answer","errorType":null,"subtype":null""", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Understand_ALineThatIsNoJson_IsNamedByItsNumber()
    {
        using var input = new StringReader("{\"id\":\"a\",\"text\":\"在吗\",\"now\":\"2026-11-22T10:00:00+08:00\"}\nnonsense");
        using var output = new StringWriter();

        var wrong = await Assert.ThrowsAsync<SettingException>(() => Verbs.Find(["understand"])!([], input, output));

        Assert.StartsWith("standard input, line 2: ", wrong.Message, StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"a",""", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it takes one file")]
    [InlineData("there is no file", "nowhere.jsonl")]
    public async Task Evaluate_WithoutAFile_SaysWhatItNeeds(string says, params string[] arguments)
    {
        var wrong = await Assert.ThrowsAsync<SettingException>(() => Verbs.Find(["evaluate"])!(arguments, TextReader.Null, TextWriter.Null));

        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
    }
}
