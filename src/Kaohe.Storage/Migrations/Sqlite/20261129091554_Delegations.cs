using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kaohe.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Delegations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "delegations",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    principal_id = table.Column<string>(type: "TEXT", nullable: false),
                    proxy_id = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signature_pictures",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    png = table.Column<byte[]>(type: "BLOB", nullable: false),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signature_pictures", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_principal_id_is_live",
                table: "tasks",
                columns: new[] { "principal_id", "is_live" },
                filter: "principal_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_delegations_principal_id",
                table: "delegations",
                column: "principal_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegations_proxy_id",
                table: "delegations",
                column: "proxy_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegations_to",
                table: "delegations",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_signature_pictures_person_id",
                table: "signature_pictures",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delegations");

            migrationBuilder.DropTable(
                name: "signature_pictures");

            migrationBuilder.DropIndex(
                name: "ix_tasks_principal_id_is_live",
                table: "tasks");
        }
    }
}
