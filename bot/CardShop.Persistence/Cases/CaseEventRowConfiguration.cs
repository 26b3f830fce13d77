using CardShop.Dialogs.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Cases;

internal sealed class CaseEventRowConfiguration : IEntityTypeConfiguration<CaseEventRow>
{
    /// <summary>What a decision at the desk came to is looked for by its conversation; all else by its case.</summary>
    private const string Decided = $"\"{nameof(CaseEventRow.Kind)}\" = '{nameof(DeskDecided)}'";

    public void Configure(EntityTypeBuilder<CaseEventRow> builder)
    {
        builder.ToTable("case_events");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.CaseNumber);
        builder.HasIndex(row => row.ConversationId).HasFilter(Decided);
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Cause).HasMaxLength(Lengths.InboundId);
        builder.Property(row => row.Kind).HasMaxLength(Lengths.Id);
    }
}
