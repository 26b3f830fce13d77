using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Tagging;

namespace CardShop.Dialogs.Understanding.SecondOpinions;

/// <summary>The closed form of an answer: the labels of <c>understand</c>, but for those that nobody else may give.</summary>
internal static class OpinionForm
{
    private const string File = "CardShop.Dialogs.Understanding.SecondOpinions.instructions.txt";

    /// <summary>Yes and no are the customer's own, and so is the wish to stop.</summary>
    private static readonly Intent[] NeverGiven = [Intent.Affirm, Intent.Deny, Intent.CancelFlow];

    public static string Instructions { get; } = ReadInstructions();

    public static IReadOnlyDictionary<string, Intent> Intents { get; } = Enum.GetValues<Intent>().Except(NeverGiven).ToDictionary(intent => Label(intent.ToString()), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Problem> Subtypes { get; } = Enum.GetValues<Problem>().ToDictionary(problem => Label(problem.ToString()), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, EntityRole> Roles { get; } =
        Enum.GetValues<EntityRole>().ToDictionary(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString()), StringComparer.Ordinal);

    /// <summary>A label as it is written in JSON.</summary>
    public static string Label(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string ReadInstructions()
    {
        using var reader = new StreamReader(typeof(OpinionForm).Assembly.GetManifestResourceStream(File)!);
        return reader.ReadToEnd();
    }
}
