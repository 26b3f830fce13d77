using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Outbox;

internal sealed class OutboxRowConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.State, row.NextAttemptAt });
        builder.HasIndex(row => new { row.ConversationId, row.Kind, row.State, row.Id });
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Certainty).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.LastError).HasMaxLength(Lengths.InboundId);
    }
}
