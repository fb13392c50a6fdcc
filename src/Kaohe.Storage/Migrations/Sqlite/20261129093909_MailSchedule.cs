using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kaohe.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MailSchedule : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "head_key",
                table: "mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "joined",
                table: "mails",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "leaves_at",
                table: "mails",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "ix_mails_address",
                table: "mails",
                column: "address",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_mails_head_key",
                table: "mails",
                column: "head_key",
                filter: "head_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_address",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_mails_head_key",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "head_key",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "joined",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "leaves_at",
                table: "mails");
        }
    }
}
