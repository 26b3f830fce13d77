using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Conversations;

internal sealed class TranscriptRowConfiguration : IEntityTypeConfiguration<TranscriptRow>
{
    public void Configure(EntityTypeBuilder<TranscriptRow> builder)
    {
        builder.ToTable("transcript");
        builder.HasKey(row => new { row.ConversationId, row.Sequence });
        builder.HasIndex(row => new { row.ConversationId, row.Id }).IsUnique();
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.Id).HasMaxLength(Lengths.InboundId);
        builder.Property(row => row.ReplyTo).HasMaxLength(Lengths.InboundId);
        builder.Property(row => row.Speaker).HasConversion<string>().HasMaxLength(Lengths.Name);
    }
}
