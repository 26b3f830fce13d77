using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CardShop.Bot.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CaseOdds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FirstOdds",
                table: "cases",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Product",
                table: "cases",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_FirstOdds_UpdatedAt",
                table: "cases",
                columns: new[] { "FirstOdds", "UpdatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cases_FirstOdds_UpdatedAt",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "FirstOdds",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Product",
                table: "cases");
        }
    }
}
