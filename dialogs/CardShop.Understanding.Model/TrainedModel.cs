namespace CardShop.Understanding.Model;

/// <summary>The model that the build has trained.</summary>
public static class TrainedModel
{
    /// <summary>The model where it lies: in the file of this assembly, which the system maps and of which it keeps what is used.</summary>
    public static ReadOnlyMemory<byte> Bytes { get; } = new MappedBytes(Open()).Memory;

    private static UnmanagedMemoryStream Open() => typeof(TrainedModel).Assembly.GetManifestResourceStream("intent.model") as UnmanagedMemoryStream
        ?? throw new InvalidOperationException("The model is missing from the assembly; build again.");
}
