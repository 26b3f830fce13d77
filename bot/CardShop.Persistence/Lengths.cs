namespace CardShop.Persistence;

/// <summary>How long texts may be, for databases that hold to it.</summary>
internal static class Lengths
{
    public const int Name = 32;

    public const int Id = 128;

    public const int ConversationId = 256;

    public const int InboundId = 512;
}
