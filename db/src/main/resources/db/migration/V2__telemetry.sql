-- By what key a source that knows less calls the same event. An event whose key is the alias of another one steps back.

alter table "${schema}".ai_usage_events add column alias uuid;
alter table "${schema}".ai_usage_events alter column alias set statistics 0;
create index idx_events_alias on "${schema}".ai_usage_events (user_id, alias) where part = 3 and alias is not null;
create index idx_events_edited_session on "${schema}".ai_usage_events (user_id, session_hash)
  where part = 3 and kind = 'edit' and session_hash is not null;

-- Only quarter hours in which a sum rose; amount is by how much. detail: 1 of whatever happened, 2 of one request. kind: of
-- which events it counts what they count too.

alter table "${schema}".ai_usage_telemetry_points
  alter column highest type bigint,
  add column amount bigint not null,
  add column measure text collate "C" not null,
  add column kind text collate "C" not null check (kind in ('request', 'edit')),
  add column detail smallint not null check (detail between 1 and 2),
  add column session_hash uuid,
  add column model text collate "C" not null default '',
  add column project text collate "C" not null default '',
  add column language text collate "C" not null default '',
  alter column user_id set statistics 0,
  alter column integration_id set statistics 0,
  alter column series_hash set statistics 0,
  alter column session_hash set statistics 0;
create index idx_telemetry_points_time on "${schema}".ai_usage_telemetry_points (user_id, integration_id, quarter_hour, detail);
create index idx_telemetry_points_session on "${schema}".ai_usage_telemetry_points (user_id, session_hash, detail)
  where session_hash is not null;
