using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kaohe.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Inbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_assignee_id_is_live",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_created_at",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_is_live_due_at",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_is_live",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_requester_id_is_live",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_unit_id_is_live",
                table: "tasks");

            migrationBuilder.AddColumn<long>(
                name: "inbox_order",
                table: "tasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "inbox_order",
                table: "task_people",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "open_order",
                table: "task_candidates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql(InboxSql.Places);
            migrationBuilder.Sql(InboxSql.People);
            migrationBuilder.Sql(InboxSql.Candidates);
            migrationBuilder.Sql(InboxSql.SearchTable);
            migrationBuilder.Sql(InboxSql.Search);

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => x.person_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_assignee_id_inbox_order_state_id",
                table: "tasks",
                columns: new[] { "assignee_id", "inbox_order", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_created_at_id",
                table: "tasks",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_cycle_year_inbox_order_id",
                table: "tasks",
                columns: new[] { "cycle_year", "inbox_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_inbox_order_id",
                table: "tasks",
                columns: new[] { "inbox_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_kind_inbox_order_id",
                table: "tasks",
                columns: new[] { "kind", "inbox_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_inbox_order",
                table: "tasks",
                columns: new[] { "owner_id", "inbox_order" },
                filter: "owner_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_requester_id_inbox_order",
                table: "tasks",
                columns: new[] { "requester_id", "inbox_order" },
                filter: "requester_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_step_code_inbox_order_id",
                table: "tasks",
                columns: new[] { "step_code", "inbox_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_unit_id_inbox_order_id",
                table: "tasks",
                columns: new[] { "unit_id", "inbox_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_task_people_person_id_part_inbox_order_task_id",
                table: "task_people",
                columns: new[] { "person_id", "part", "inbox_order", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_task_candidates_match_key_open_order_task_id",
                table: "task_candidates",
                columns: new[] { "match_key", "open_order", "task_id" },
                filter: "open_order IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_token_hash",
                table: "calendar_feeds",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE task_search;");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropIndex(
                name: "ix_tasks_assignee_id_inbox_order_state_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_created_at_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_cycle_year_inbox_order_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_inbox_order_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_kind_inbox_order_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_inbox_order",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_requester_id_inbox_order",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_step_code_inbox_order_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_unit_id_inbox_order_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_task_people_person_id_part_inbox_order_task_id",
                table: "task_people");

            migrationBuilder.DropIndex(
                name: "ix_task_candidates_match_key_open_order_task_id",
                table: "task_candidates");

            migrationBuilder.DropColumn(
                name: "inbox_order",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "inbox_order",
                table: "task_people");

            migrationBuilder.DropColumn(
                name: "open_order",
                table: "task_candidates");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_assignee_id_is_live",
                table: "tasks",
                columns: new[] { "assignee_id", "is_live" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_created_at",
                table: "tasks",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_is_live_due_at",
                table: "tasks",
                columns: new[] { "is_live", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_is_live",
                table: "tasks",
                columns: new[] { "owner_id", "is_live" },
                filter: "owner_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_requester_id_is_live",
                table: "tasks",
                columns: new[] { "requester_id", "is_live" },
                filter: "requester_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_unit_id_is_live",
                table: "tasks",
                columns: new[] { "unit_id", "is_live" });
        }
    }
}
