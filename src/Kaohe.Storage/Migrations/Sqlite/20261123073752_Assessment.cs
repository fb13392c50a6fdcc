using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kaohe.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Assessment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "adjustments",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adjustments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "admonitions",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admonitions", x => new { x.cycle_year, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "assessment_teams",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    team_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_teams", x => new { x.cycle_year, x.team_id });
                });

            migrationBuilder.CreateTable(
                name: "composite_scores",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    group_id = table.Column<string>(type: "TEXT", nullable: false),
                    scheme_version = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<decimal>(type: "TEXT", nullable: true),
                    rank = table.Column<int>(type: "INTEGER", nullable: true),
                    is_tied = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_last = table.Column<bool>(type: "INTEGER", nullable: false),
                    computed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    why_json = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_composite_scores", x => new { x.cycle_year, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "consequences",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consequences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cycles",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    workflow_instance_id = table.Column<string>(type: "TEXT", nullable: true),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycles", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "exemptions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exemptions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "floor_decisions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_floor_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "grade_decisions",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    group_id = table.Column<string>(type: "TEXT", nullable: false),
                    decided = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grade_decisions", x => new { x.cycle_year, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "grade_proposals",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    group_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grade_proposals", x => new { x.cycle_year, x.group_id });
                });

            migrationBuilder.CreateTable(
                name: "indicator_trees",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    tree_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    department_type = table.Column<string>(type: "TEXT", nullable: true),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_trees", x => new { x.cycle_year, x.tree_id });
                });

            migrationBuilder.CreateTable(
                name: "officials",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false),
                    rank = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_grades",
                columns: table => new
                {
                    official_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_grades", x => new { x.official_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "readings",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    indicator_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readings", x => new { x.cycle_year, x.unit_id, x.indicator_code, x.period });
                });

            migrationBuilder.CreateTable(
                name: "rectifications",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    workflow_instance_id = table.Column<string>(type: "TEXT", nullable: true),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rectifications", x => new { x.cycle_year, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "schemes",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    scheme_version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_approved = table.Column<bool>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schemes", x => new { x.cycle_year, x.scheme_version });
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    component = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tallies", x => new { x.cycle_year, x.unit_id, x.component });
                });

            migrationBuilder.CreateTable(
                name: "targets",
                columns: table => new
                {
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    indicator_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_targets", x => new { x.cycle_year, x.unit_id, x.indicator_code });
                });

            migrationBuilder.CreateTable(
                name: "unit_grades",
                columns: table => new
                {
                    unit_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_grades", x => new { x.unit_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    short_name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    department_type = table.Column<string>(type: "TEXT", nullable: true),
                    group_id = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vetoes",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    cycle_year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vetoes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_adjustments_cycle_year_unit_id",
                table: "adjustments",
                columns: new[] { "cycle_year", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_composite_scores_cycle_year_group_id_rank",
                table: "composite_scores",
                columns: new[] { "cycle_year", "group_id", "rank" });

            migrationBuilder.CreateIndex(
                name: "ix_consequences_cycle_year_kind",
                table: "consequences",
                columns: new[] { "cycle_year", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_consequences_cycle_year_unit_id",
                table: "consequences",
                columns: new[] { "cycle_year", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cycles_workflow_instance_id",
                table: "cycles",
                column: "workflow_instance_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemptions_cycle_year_unit_id",
                table: "exemptions",
                columns: new[] { "cycle_year", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_floor_decisions_cycle_year_unit_id",
                table: "floor_decisions",
                columns: new[] { "cycle_year", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_grade_decisions_cycle_year_group_id",
                table: "grade_decisions",
                columns: new[] { "cycle_year", "group_id" });

            migrationBuilder.CreateIndex(
                name: "ix_officials_unit_id",
                table: "officials",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_grades_unit_id_year",
                table: "person_grades",
                columns: new[] { "unit_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_readings_cycle_year_indicator_code_state",
                table: "readings",
                columns: new[] { "cycle_year", "indicator_code", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_rectifications_stage_due_on",
                table: "rectifications",
                columns: new[] { "stage", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_rectifications_workflow_instance_id",
                table: "rectifications",
                column: "workflow_instance_id");

            migrationBuilder.CreateIndex(
                name: "ix_tallies_cycle_year_component_state",
                table: "tallies",
                columns: new[] { "cycle_year", "component", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_targets_cycle_year_indicator_code",
                table: "targets",
                columns: new[] { "cycle_year", "indicator_code" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_grades_year",
                table: "unit_grades",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_units_code",
                table: "units",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_units_group_id_order",
                table: "units",
                columns: new[] { "group_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_vetoes_cycle_year_unit_id",
                table: "vetoes",
                columns: new[] { "cycle_year", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adjustments");

            migrationBuilder.DropTable(
                name: "admonitions");

            migrationBuilder.DropTable(
                name: "assessment_teams");

            migrationBuilder.DropTable(
                name: "composite_scores");

            migrationBuilder.DropTable(
                name: "consequences");

            migrationBuilder.DropTable(
                name: "cycles");

            migrationBuilder.DropTable(
                name: "exemptions");

            migrationBuilder.DropTable(
                name: "floor_decisions");

            migrationBuilder.DropTable(
                name: "grade_decisions");

            migrationBuilder.DropTable(
                name: "grade_proposals");

            migrationBuilder.DropTable(
                name: "indicator_trees");

            migrationBuilder.DropTable(
                name: "officials");

            migrationBuilder.DropTable(
                name: "person_grades");

            migrationBuilder.DropTable(
                name: "readings");

            migrationBuilder.DropTable(
                name: "rectifications");

            migrationBuilder.DropTable(
                name: "schemes");

            migrationBuilder.DropTable(
                name: "tallies");

            migrationBuilder.DropTable(
                name: "targets");

            migrationBuilder.DropTable(
                name: "unit_grades");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "vetoes");
        }
    }
}
