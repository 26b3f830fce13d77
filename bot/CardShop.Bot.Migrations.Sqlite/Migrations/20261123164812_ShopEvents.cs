using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CardShop.Bot.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ShopEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_orders",
                columns: table => new
                {
                    CaseNumber = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OrderNo = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_orders", x => new { x.CaseNumber, x.OrderNo });
                });

            migrationBuilder.CreateTable(
                name: "shop_cursors",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shop_cursors", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_OrderNo",
                table: "cases",
                column: "OrderNo");

            migrationBuilder.CreateIndex(
                name: "IX_case_orders_OrderNo",
                table: "case_orders",
                column: "OrderNo");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_orders");

            migrationBuilder.DropTable(
                name: "shop_cursors");

            migrationBuilder.DropIndex(
                name: "IX_cases_OrderNo",
                table: "cases");
        }
    }
}
