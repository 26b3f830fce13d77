using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Conversations;

internal sealed class DeadlineRowConfiguration : IEntityTypeConfiguration<DeadlineRow>
{
    public void Configure(EntityTypeBuilder<DeadlineRow> builder)
    {
        builder.ToTable("deadlines");
        builder.HasKey(row => new { row.ConversationId, row.Kind });
        builder.HasIndex(row => row.NextAttemptAt);
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(Lengths.Name);
    }
}
