using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Evidence;

internal sealed class EvidenceRowConfiguration : IEntityTypeConfiguration<EvidenceRow>
{
    private const int Sha256Length = 64;

    public void Configure(EntityTypeBuilder<EvidenceRow> builder)
    {
        builder.ToTable("evidence");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.ConversationId);
        builder.HasIndex(row => row.CaseNumber);
        builder.HasIndex(row => row.Sha256);
        builder.HasIndex(row => row.LooksSha256);
        builder.HasIndex(row => new { row.DeletedAt, row.WithdrawnAt });
        builder.Property(row => row.Id).HasMaxLength(Lengths.Name);
        builder.Property(row => row.ConversationId).HasMaxLength(Lengths.ConversationId);
        builder.Property(row => row.CaseNumber).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Media).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.Purpose).HasConversion<string>().HasMaxLength(Lengths.Name);
        builder.Property(row => row.ContentType).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Sha256).HasMaxLength(Sha256Length);
        builder.Property(row => row.LooksSha256).HasMaxLength(Sha256Length);
    }
}
