using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Outbox;

internal sealed class OutboxRowConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    /// <summary>Nobody looks for the rows that are done, and they are nearly all.</summary>
    private const string Pending = $"\"{nameof(OutboxRow.State)}\" = '{nameof(OutboxState.Pending)}'";

    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.NextAttemptAt).HasFilter(Pending);
        builder.HasIndex(row => new { row.ConversationId, row.Kind, row.Id }).HasFilter(Pending);
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Certainty).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.LastError).HasMaxLength(Lengths.InboundId);
    }
}
