namespace Kaohe.Storage.Migrations.Postgres
{
    /// <summary>What the migration Inbox does to the rows that there are; the same numbers as <c>InboxOrder</c> and <c>TaskSearch</c> write for new ones.</summary>
    internal static class InboxSql
    {
        public const string Places = """
            UPDATE tasks SET inbox_order = CASE
                WHEN NOT is_live THEN 5000000000000000 - floor(extract(epoch FROM COALESCE(ended_at, created_at)) * 1000)::bigint
                WHEN due_at IS NULL THEN 2000000000000000 + 2 - priority
                ELSE floor(extract(epoch FROM due_at) * 1000)::bigint * 4 + 2 - priority END;
            """;

        public const string People = "UPDATE task_people SET inbox_order = tasks.inbox_order FROM tasks WHERE tasks.id = task_people.task_id;";

        public const string Candidates = "UPDATE task_candidates SET open_order = tasks.inbox_order FROM tasks WHERE tasks.id = task_candidates.task_id AND tasks.state = 'Open';";

        public const string SearchTable = "CREATE TABLE task_search (task_id text PRIMARY KEY, pairs text[] NOT NULL);";

        public const string Search = """
            INSERT INTO task_search (task_id, pairs)
            SELECT id, ARRAY(SELECT DISTINCT substr(lower(title), place, 2) FROM generate_series(1, length(title) - 1) AS place) FROM tasks;
            """;

        public const string SearchIndex = "CREATE INDEX ix_task_search_pairs ON task_search USING gin (pairs);";
    }
}
