using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kaohe.Storage.Migrations.Postgres
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
                    id = table.Column<string>(type: "text", nullable: false),
                    principal_id = table.Column<string>(type: "text", nullable: false),
                    proxy_id = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signature_pictures",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person_id = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    png = table.Column<byte[]>(type: "bytea", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
