using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Documents;

internal sealed class DocumentLinkRowConfiguration : IEntityTypeConfiguration<DocumentLinkRow>
{
    private const int Sha256Length = 64;

    public void Configure(EntityTypeBuilder<DocumentLinkRow> builder)
    {
        builder.ToTable("document_links");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.ExpiresAt);
        builder.Property(row => row.Id).HasMaxLength(Lengths.Name);
        builder.Property(row => row.BrowserHash).HasMaxLength(Sha256Length);
    }
}
