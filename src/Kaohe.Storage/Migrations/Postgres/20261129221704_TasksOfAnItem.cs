using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kaohe.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TasksOfAnItem : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tasks_instance_id_item_key_ended_at",
                table: "tasks",
                columns: new[] { "instance_id", "item_key", "ended_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_instance_id_item_key_ended_at",
                table: "tasks");
        }
    }
}
