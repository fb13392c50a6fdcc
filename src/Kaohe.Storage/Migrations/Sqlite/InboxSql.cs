namespace Kaohe.Storage.Migrations.Sqlite
{
    /// <summary>What the migration Inbox does to the rows that there are; the same numbers as <c>InboxOrder</c> and <c>TaskSearch</c> write for new ones.</summary>
    internal static class InboxSql
    {
        public const string Places = """
            UPDATE tasks SET inbox_order = CASE
                WHEN NOT is_live THEN 5000000000000000 - COALESCE(ended_at, created_at) / 1000
                WHEN due_at IS NULL THEN 2000000000000000 + 2 - priority
                ELSE due_at / 1000 * 4 + 2 - priority END;
            """;

        public const string People = "UPDATE task_people SET inbox_order = (SELECT inbox_order FROM tasks WHERE tasks.id = task_people.task_id);";

        public const string Candidates = "UPDATE task_candidates SET open_order = (SELECT inbox_order FROM tasks WHERE tasks.id = task_candidates.task_id AND tasks.state = 'Open');";

        public const string SearchTable = "CREATE VIRTUAL TABLE task_search USING fts5(task_id UNINDEXED, pairs, detail=none, columnsize=0);";

        public const string Search = """
            INSERT INTO task_search (task_id, pairs)
            WITH RECURSIVE pair(task_id, title, place) AS (
                SELECT id, lower(title), 1 FROM tasks WHERE length(title) >= 2
                UNION ALL
                SELECT task_id, title, place + 1 FROM pair WHERE place + 1 < length(title))
            SELECT task_id, group_concat('x' || lower(hex(substr(title, place, 2))), ' ') FROM pair GROUP BY task_id;
            """;
    }
}
