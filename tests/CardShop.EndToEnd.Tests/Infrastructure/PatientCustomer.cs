using System.Text.Json.Nodes;

namespace CardShop.EndToEnd.Tests.Infrastructure;

/// <summary>A customer who wants an order cancelled, whatever happens to the bot meanwhile.</summary>
internal static class PatientCustomer
{
    /// <summary>Answers what is asked, as a patient customer does who reads the screen again after each mishap.</summary>
    public static async Task StepAsync(Talk talk, string number)
    {
        var view = await talk.CaseAsync();
        if (Answer(view, number) is { } answer)
        {
            await talk.SayAsync(answer);
        }
        else
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static string? Answer(JsonNode? view, string number) => view is null ? "面额选错了" : (string?)view["asks"] switch
    {
        "order" => number,
        "remedy" => "撤单退款",
        "confirm" => "确认撤单",
        _ => null,
    };

    public static async Task FinishAsync(Talk talk, string number)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while ((string?)(await talk.CaseAsync())?["outcome"] is null)
        {
            Assert.False(patience.IsCancellationRequested, $"The conversation is stuck: {(await talk.CaseAsync())?.ToJsonString()}");
            await StepAsync(talk, number);
        }
    }

    public static async Task AssertEveryWordIsThereOnceAsync(Talk talk)
    {
        var transcript = await talk.TranscriptAsync();
        Assert.Equal(transcript.Count, transcript.Select(activity => (string)activity["id"]!).Distinct().Count());
        Assert.Single(transcript, activity => ((string?)activity["text"])?.Contains("已撤销", StringComparison.Ordinal) == true);
    }
}
