using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Cases;

internal sealed class CaseEventRowConfiguration : IEntityTypeConfiguration<CaseEventRow>
{
    public void Configure(EntityTypeBuilder<CaseEventRow> builder)
    {
        builder.ToTable("case_events");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.CaseNumber);
        builder.HasIndex(row => row.ConversationId);
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Cause).HasMaxLength(Lengths.InboundId);
        builder.Property(row => row.Kind).HasMaxLength(Lengths.Id);
    }
}
