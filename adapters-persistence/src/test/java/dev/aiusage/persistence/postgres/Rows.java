package dev.aiusage.persistence.postgres;

/** Statements that fill tables fast; only for a superuser, as they leave out the checks of foreign keys. */
final class Rows {

    /** For each of so many users: 100 days, 200 parts of days, 100 quarter hours and 100 events. */
    static final String OF_OTHERS = """
            set session_replication_role = replica;
            create temporary table others as
              select gen_random_uuid() as user_id, gen_random_uuid() as integration_id from generate_series(1, %s);
            insert into ai_tool_integrations (user_id, integration_id, tool_name, integration_method)
              select user_id, integration_id, 'claude_code', 'logs' from others;
            insert into ai_usage_metrics (user_id, integration_id, metric_date, request_count, request_basis)
              select user_id, integration_id, date '2026-11-24' - day, 5, 'requests'
              from others, generate_series(1, 100) as day;
            insert into ai_usage_breakdowns (user_id, integration_id, metric_date, dimension, label, request_count, request_basis)
              select user_id, integration_id, date '2026-11-24' - day, dimension, 'label', 5, 'requests'
              from others, generate_series(1, 100) as day, unnest(array['model', 'project']) as dimension;
            insert into ai_usage_buckets
              (user_id, integration_id, starts_at, model, project, language, request_count, request_basis)
              select user_id, integration_id, timestamptz '2026-11-24 12:00Z' - day * interval '24 hours', 'm', 'p', '', 5,
                'requests'
              from others, generate_series(1, 100) as day;
            insert into ai_usage_events
              (user_id, event_key, integration_id, happened_at, request_count, request_basis, source_rank, detail_rank,
               origin_rank, price_modifiers, part, kind)
              select user_id, gen_random_uuid(), integration_id, timestamptz '2026-11-24 12:00Z' - day * interval '24 hours', 1,
                'requests', 0, 0, 0, 0, 3, 'request'
              from others, generate_series(1, 100) as day;
            insert into ai_usage_telemetry_points
              (user_id, integration_id, series_hash, started_at, quarter_hour, highest, amount, measure, kind, detail, session_hash)
              select user_id, integration_id, gen_random_uuid(), '2026-11-24 12:00Z',
                timestamptz '2026-11-24 12:00Z' - day * interval '24 hours', 5, 5, 'output', 'request', 1, gen_random_uuid()
              from others, generate_series(1, 50) as day;
            """;

    /** For one integration 333 days, each with 9 parts and 20 quarter hours: 10,000 rows. */
    static final String OF_ONE = """
            set session_replication_role = replica;
            create temporary table one as select '%s'::uuid as user_id, '%s'::uuid as integration_id;
            insert into ai_usage_metrics (user_id, integration_id, metric_date, request_count, request_basis)
              select user_id, integration_id, date '2026-11-24' - day, 5, 'requests' from one, generate_series(0, 332) as day;
            insert into ai_usage_breakdowns (user_id, integration_id, metric_date, dimension, label, request_count, request_basis)
              select user_id, integration_id, date '2026-11-24' - day, dimension, 'label ' || number, 5, 'requests'
              from one, generate_series(0, 332) as day, unnest(array['model', 'project', 'language']) as dimension,
                generate_series(1, 3) as number;
            insert into ai_usage_buckets
              (user_id, integration_id, starts_at, model, project, language, request_count, request_basis)
              select user_id, integration_id,
                timestamptz '2026-11-24 08:00Z' - day * interval '24 hours' + number * interval '15 minutes', 'm', 'p', '', 5,
                'requests'
              from one, generate_series(0, 332) as day, generate_series(1, 20) as number;
            """;

    /** For one integration 100 days of a series each, with 20 quarter hours of a session of its own. */
    static final String SUMS_OF_ONE = """
            set session_replication_role = replica;
            insert into ai_usage_telemetry_points
              (user_id, integration_id, series_hash, started_at, quarter_hour, highest, amount, measure, kind, detail, session_hash)
              select '%1$s'::uuid, '%2$s'::uuid, md5(day::text)::uuid, timestamptz '2026-11-24 08:00Z' - day * interval '24 hours',
                timestamptz '2026-11-24 08:00Z' - day * interval '24 hours' + number * interval '15 minutes', number, 1, 'output',
                'request', 1, md5(day::text)::uuid
              from generate_series(0, 99) as day, generate_series(1, 20) as number;
            """;

    private Rows() {}
}
