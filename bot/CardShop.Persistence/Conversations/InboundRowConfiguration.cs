using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Conversations;

internal sealed class InboundRowConfiguration : IEntityTypeConfiguration<InboundRow>
{
    public void Configure(EntityTypeBuilder<InboundRow> builder)
    {
        builder.ToTable("inbound");
        builder.HasKey(row => new { row.ConversationId, row.InboundId });
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.InboundId).HasMaxLength(Lengths.InboundId);
    }
}
