using CardShop.Bot.Hosting;

namespace CardShop.Bot.SecondOpinions;

/// <summary>Section <c>CardShop:Model</c>: the language model that is asked about messages which the bot is not sure of.</summary>
internal sealed class ModelOptions : ISettings
{
    public static string Section => "CardShop:Model";

    private const int MostParallel = 64;

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    /// <summary>The address of an OpenAI-compatible service, ending in its version; empty for none.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name there.</summary>
    public string Name { get; set; } = "";

    /// <summary>The service's key; empty where it wants none.</summary>
    public string Key { get; set; } = "";

    /// <summary>How long one message may wait for it.</summary>
    public TimeSpan Timeout { get; set; } = LongestTimeout;

    /// <summary>How many messages may wait at the same time; others go on without.</summary>
    public int Parallelism { get; set; } = 8;

    /// <summary>How long nobody is asked after several failures in a row.</summary>
    public TimeSpan Rest { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether anybody is asked at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (!IsOn)
        {
            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return (nameof(Endpoint), $"'{Endpoint}' is not an http address; give one such as https://models.example/v1/, or leave it empty to ask nobody");
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return (nameof(Name), "it is missing; give the name of the model at CardShop:Model:Endpoint");
        }

        if (Timeout <= TimeSpan.Zero || Timeout > LongestTimeout)
        {
            yield return (nameof(Timeout), $"'{Timeout}' is out of range; between 00:00:00.001 and {LongestTimeout}, since a customer waits meanwhile");
        }

        if (Parallelism is < 1 or > MostParallel)
        {
            yield return (nameof(Parallelism), $"'{Parallelism}' is out of range; between 1 and {MostParallel}");
        }

        if (Rest <= TimeSpan.Zero || Rest > LongestRest)
        {
            yield return (nameof(Rest), $"'{Rest}' is out of range; between 00:00:00.001 and {LongestRest}");
        }
    }
}
