using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kaohe.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReceivedMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "bounced_at",
                table: "mails",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "message_id",
                table: "mails",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mail_tokens",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    purpose = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    task_id = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: false),
                    mail_key = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_tokens", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "received_mails",
                columns: table => new
                {
                    text = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    from_address = table.Column<string>(type: "text", nullable: false),
                    from_name = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    attachment_count = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    mail_key = table.Column<string>(type: "text", nullable: true),
                    task_id = table.Column<string>(type: "text", nullable: true),
                    person_id = table.Column<string>(type: "text", nullable: true),
                    handled_by_name = table.Column<string>(type: "text", nullable: true),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_mails", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mails_message_id",
                table: "mails",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_mail_tokens_created_at",
                table: "mail_tokens",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_mail_tokens_task_id",
                table: "mail_tokens",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_person_id_received_at",
                table: "received_mails",
                columns: new[] { "person_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_received_at",
                table: "received_mails",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_state_received_at",
                table: "received_mails",
                columns: new[] { "state", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_task_id_received_at",
                table: "received_mails",
                columns: new[] { "task_id", "received_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_tokens");

            migrationBuilder.DropTable(
                name: "received_mails");

            migrationBuilder.DropIndex(
                name: "ix_mails_message_id",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "bounced_at",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "message_id",
                table: "mails");
        }
    }
}
