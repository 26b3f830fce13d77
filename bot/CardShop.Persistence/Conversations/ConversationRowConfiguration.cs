using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Conversations;

internal sealed class ConversationRowConfiguration : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("conversations");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.CustomerId);
        builder.Property(row => row.Id).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.Channel).HasMaxLength(Lengths.Name);
        builder.Property(row => row.CustomerId).HasMaxLength(Lengths.Id);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
