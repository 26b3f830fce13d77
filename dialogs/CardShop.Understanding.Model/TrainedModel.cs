namespace CardShop.Understanding.Model;

/// <summary>The model that the build has trained.</summary>
public static class TrainedModel
{
    /// <summary>Opens it, for <c>LearnedUnderstanding</c> to read.</summary>
    public static Stream Open() => typeof(TrainedModel).Assembly.GetManifestResourceStream("intent.model")
        ?? throw new InvalidOperationException("The model is missing from the assembly; build again.");
}
