using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kaohe.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WaitingMailsAndNewestDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_address",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_documents_created_at",
                table: "documents");

            migrationBuilder.DropIndex(
                name: "ix_documents_state_created_at",
                table: "documents");

            migrationBuilder.CreateIndex(
                name: "ix_mails_address_state",
                table: "mails",
                columns: new[] { "address", "state" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_documents_created_at_id",
                table: "documents",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_state_created_at_id",
                table: "documents",
                columns: new[] { "state", "created_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_address_state",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_documents_created_at_id",
                table: "documents");

            migrationBuilder.DropIndex(
                name: "ix_documents_state_created_at_id",
                table: "documents");

            migrationBuilder.CreateIndex(
                name: "ix_mails_address",
                table: "mails",
                column: "address",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_documents_created_at",
                table: "documents",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_documents_state_created_at",
                table: "documents",
                columns: new[] { "state", "created_at" });
        }
    }
}
