using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CardShop.Persistence.Shop;

internal sealed class ShopCursorRowConfiguration : IEntityTypeConfiguration<ShopCursorRow>
{
    public void Configure(EntityTypeBuilder<ShopCursorRow> builder)
    {
        builder.ToTable("shop_cursors");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Cursor).HasMaxLength(Lengths.InboundId);
    }
}
