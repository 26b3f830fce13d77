using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Desk;

internal sealed class DeskLinkRowConfiguration : IEntityTypeConfiguration<DeskLinkRow>
{
    private const int Sha256Length = 64;

    public void Configure(EntityTypeBuilder<DeskLinkRow> builder)
    {
        builder.ToTable("desk_links");
        builder.HasKey(row => row.Hash);
        builder.HasIndex(row => row.AccountId);
        builder.Property(row => row.Hash).HasMaxLength(Sha256Length);
        builder.Property(row => row.AccountId).HasMaxLength(Lengths.Name);
    }
}
