using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CardShop.Bot.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CustomersConversations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_conversations_CustomerId",
                table: "conversations",
                column: "CustomerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_conversations_CustomerId",
                table: "conversations");
        }
    }
}
