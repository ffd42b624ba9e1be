-- Roles and auth.uid() as Supabase has them: made only where they are missing.

do $do$
declare
  role_name text;
begin
  foreach role_name in array array['authenticated', 'service_role'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      begin
        execute format('create role %I nologin', role_name);
      exception
        -- Roles belong to the whole server: another database's migration may have been faster.
        when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;

  if not exists (
    select from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
    where nspname = 'auth' and proname = 'uid' and pronargs = 0
  ) then
    if to_regnamespace('auth') is null then
      create schema auth;
    end if;
    create function auth.uid() returns uuid
      language sql stable parallel safe
      return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid;
    grant usage on schema auth to authenticated, service_role;
    grant execute on function auth.uid() to authenticated, service_role;
  end if;
end
$do$;

grant usage on schema "${schema}" to authenticated, service_role;

-- Users. A table that was there before us is somebody else's: we add no rows and change nothing.

do $do$
begin
  if to_regclass('"${schema}".user_profiles') is null then
    create table "${schema}".user_profiles (
      user_id uuid primary key,
      created_at timestamptz not null default now()
    );
    alter table "${schema}".user_profiles enable row level security;
    alter table "${schema}".user_profiles force row level security;
    create policy "Users have their own rows" on "${schema}".user_profiles to authenticated
      using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
    grant select, insert on "${schema}".user_profiles to authenticated;
    create function "${schema}".ai_usage_note_user(id uuid) returns void
      language sql
      as $fn$ insert into "${schema}".user_profiles (user_id) values (id) on conflict do nothing $fn$;
  else
    create function "${schema}".ai_usage_note_user(id uuid) returns void
      language sql
      as $fn$ select $fn$;
  end if;
end
$do$;

revoke all on function "${schema}".ai_usage_note_user(uuid) from public;
grant execute on function "${schema}".ai_usage_note_user(uuid) to authenticated;

-- What usage arrives by. '' stands for "not narrowed" in organization and account.

create table "${schema}".ai_tool_integrations (
  integration_id uuid not null,
  user_id uuid not null,
  tool_name varchar(50) collate "C" not null,
  integration_method text collate "C" not null,
  organization text collate "C" not null default '',
  account text collate "C" not null default '',
  encrypted_api_key text,
  key_hint text,
  is_active boolean not null default true,
  status text not null default 'active',
  status_detail text,
  last_synced_at timestamptz,
  -- The price table that its events were last priced by.
  price_version text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, integration_id),
  unique (user_id, tool_name, integration_method, organization, account)
);
create index idx_integrations_user_id on "${schema}".ai_tool_integrations (user_id);
create index idx_integrations_tool_name on "${schema}".ai_tool_integrations (tool_name);

do $do$
begin
  alter table "${schema}".ai_tool_integrations
    add foreign key (user_id) references "${schema}".user_profiles (user_id) on delete cascade;
exception
  -- A user_profiles of another making may have no such key, or be out of reach; integrations live without it.
  when invalid_foreign_key or undefined_column or datatype_mismatch or insufficient_privilege then
    raise notice 'ai_tool_integrations does not refer to user_profiles: %', sqlerrm;
end
$do$;

-- Events, each once for a user whoever brings it. part: 1 a call, 2 its result, 3 both; only 3 counts.

create table "${schema}".ai_usage_events (
  user_id uuid not null,
  event_key uuid not null,
  integration_id uuid not null,
  device_id uuid,
  session_hash uuid,
  happened_at timestamptz not null,
  request_count bigint,
  token_count bigint,
  input_tokens bigint,
  output_tokens bigint,
  cache_read_tokens bigint,
  cache_creation_tokens bigint,
  lines_of_code bigint,
  lines_removed bigint,
  suggestions bigint,
  acceptances bigint,
  rejections bigint,
  sessions bigint,
  cost_nanos bigint,
  one_hour_cache_creation bigint,
  web_searches bigint,
  source_rank integer not null,
  detail_rank integer not null,
  origin_rank integer not null,
  price_modifiers smallint not null,
  part smallint not null check (part between 1 and 3),
  kind text collate "C" not null check (kind in ('request', 'edit')),
  request_basis text collate "C",
  cost_basis text collate "C",
  model text collate "C" not null default '',
  project text collate "C" not null default '',
  language text collate "C" not null default '',
  primary key (user_id, event_key),
  foreign key (user_id, integration_id)
    references "${schema}".ai_tool_integrations (user_id, integration_id) on delete cascade
);
create index idx_events_integration_time on "${schema}".ai_usage_events (user_id, integration_id, happened_at);
create index idx_events_session on "${schema}".ai_usage_events (user_id, session_hash, happened_at, event_key)
  where part = 3 and kind = 'request' and session_hash is not null;
-- Without statistics of ids the planner takes every user for one of many. With them it takes a user whom it has not met for
-- nobody, and any index for as good as the right one: a first import after others' would grow slower with each row.
alter table "${schema}".ai_usage_events
  alter column user_id set statistics 0,
  alter column integration_id set statistics 0,
  alter column event_key set statistics 0,
  alter column session_hash set statistics 0;

-- Sums of events by quarter hour, from which the days of every zone can be cut. '' stands for "no label".

create table "${schema}".ai_usage_buckets (
  user_id uuid not null,
  integration_id uuid not null,
  starts_at timestamptz not null,
  model text collate "C" not null,
  project text collate "C" not null,
  language text collate "C" not null,
  request_count bigint,
  request_basis text collate "C",
  token_count bigint,
  input_tokens bigint,
  output_tokens bigint,
  cache_read_tokens bigint,
  cache_creation_tokens bigint,
  lines_of_code bigint,
  lines_removed bigint,
  suggestions bigint,
  acceptances bigint,
  rejections bigint,
  sessions bigint,
  cost_nanos bigint,
  cost_basis text collate "C",
  primary key (user_id, integration_id, starts_at, model, project, language),
  foreign key (user_id, integration_id)
    references "${schema}".ai_tool_integrations (user_id, integration_id) on delete cascade
);

-- UTC days. token_count may exceed the four kinds: some sources know only a total.

create table "${schema}".ai_usage_metrics (
  metric_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  integration_id uuid not null,
  metric_date date not null,
  request_count bigint,
  request_basis text collate "C",
  token_count bigint,
  input_tokens bigint,
  output_tokens bigint,
  cache_read_tokens bigint,
  cache_creation_tokens bigint,
  lines_of_code bigint,
  lines_removed bigint,
  suggestions bigint,
  acceptances bigint,
  rejections bigint,
  acceptance_rate double precision,
  sessions bigint,
  cost_nanos bigint,
  cost_basis text collate "C",
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, integration_id, metric_date),
  foreign key (user_id, integration_id)
    references "${schema}".ai_tool_integrations (user_id, integration_id) on delete cascade
);
create index idx_metrics_integration_date on "${schema}".ai_usage_metrics (integration_id, metric_date);

create table "${schema}".ai_usage_breakdowns (
  user_id uuid not null,
  integration_id uuid not null,
  metric_date date not null,
  dimension text collate "C" not null check (dimension in ('model', 'project', 'language', 'member')),
  label text collate "C" not null,
  request_count bigint,
  request_basis text collate "C",
  token_count bigint,
  input_tokens bigint,
  output_tokens bigint,
  cache_read_tokens bigint,
  cache_creation_tokens bigint,
  lines_of_code bigint,
  lines_removed bigint,
  suggestions bigint,
  acceptances bigint,
  rejections bigint,
  sessions bigint,
  cost_nanos bigint,
  cost_basis text collate "C",
  primary key (user_id, integration_id, metric_date, dimension, label),
  foreign key (user_id, integration_id)
    references "${schema}".ai_tool_integrations (user_id, integration_id) on delete cascade
);

-- What was asked for and answered, so that a gap is not taken for a day without usage.

create table "${schema}".ai_usage_day_states (
  user_id uuid not null,
  integration_id uuid not null,
  metric_date date not null,
  state text not null check (state in ('provisional', 'final')),
  has_rows boolean not null,
  fetched_at timestamptz not null,
  primary key (user_id, integration_id, metric_date),
  foreign key (user_id, integration_id)
    references "${schema}".ai_tool_integrations (user_id, integration_id) on delete cascade
);

-- The highest value of each series of sums over time, by quarter hour.

create table "${schema}".ai_usage_telemetry_points (
  user_id uuid not null,
  integration_id uuid not null,
  series_hash uuid not null,
  started_at timestamptz not null,
  quarter_hour timestamptz not null,
  highest numeric not null,
  primary key (user_id, integration_id, series_hash, started_at, quarter_hour),
  foreign key (user_id, integration_id)
    references "${schema}".ai_tool_integrations (user_id, integration_id) on delete cascade
);

create table "${schema}".ai_usage_log_files (
  user_id uuid not null,
  file_id uuid not null,
  read_bytes bigint not null,
  read_rows bigint not null,
  file_size bigint not null,
  file_modified_at timestamptz not null,
  reader_version integer not null,
  primary key (user_id, file_id)
);

create table "${schema}".sync_runs (
  user_id uuid not null,
  sync_id uuid not null,
  integration_id uuid not null,
  status text not null check (status in ('queued', 'running', 'succeeded', 'failed', 'retry_scheduled')),
  -- Days to be fetched again even if they are final.
  from_date date,
  to_date date,
  attempt integer not null default 0,
  days_synced integer not null default 0,
  metrics_stored integer not null default 0,
  error_code text,
  error_message text,
  created_at timestamptz not null default now(),
  -- When its user last asked for it.
  asked_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (user_id, sync_id),
  foreign key (user_id, integration_id)
    references "${schema}".ai_tool_integrations (user_id, integration_id) on delete cascade
);
create index idx_sync_runs_integration on "${schema}".sync_runs (user_id, integration_id, created_at desc);
create index idx_sync_runs_asked on "${schema}".sync_runs (user_id, asked_at desc) where asked_at is not null;
create unique index idx_sync_runs_queued on "${schema}".sync_runs (user_id, integration_id) where status = 'queued';

create table "${schema}".devices (
  user_id uuid not null,
  device_id uuid not null,
  alias text,
  first_seen_at timestamptz not null default now(),
  last_import_at timestamptz,
  primary key (user_id, device_id)
);

create table "${schema}".ingest_tokens (
  user_id uuid not null,
  token_id uuid not null,
  name text not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (user_id, token_id)
);

-- No user's table: who did what, also of users who are gone.

create table "${schema}".audit_trail (
  audit_id bigint generated always as identity primary key,
  happened_at timestamptz not null default now(),
  user_id uuid,
  action text not null,
  subject text not null,
  detail jsonb
);

-- No user's table: whose turn it is to be synchronised, as db-scheduler keeps it. task_instance: user/integration.

create table "${schema}".scheduled_tasks (
  task_name text collate "C" not null,
  task_instance text collate "C" not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index idx_scheduled_tasks_due on "${schema}".scheduled_tasks (execution_time);
create index idx_scheduled_tasks_heartbeat on "${schema}".scheduled_tasks (last_heartbeat) where picked;

-- Everyone sees and changes their own rows only, even the owner of the tables. Rights that a platform hands out by default
-- are taken back first.

do $do$
declare
  table_name text;
  others text := (
    select string_agg(quote_ident(rolname), ', ') from pg_roles
    where rolname in ('anon', 'authenticated', 'service_role'));
begin
  foreach table_name in array array[
    'ai_tool_integrations', 'ai_usage_events', 'ai_usage_buckets', 'ai_usage_metrics', 'ai_usage_breakdowns',
    'ai_usage_day_states', 'ai_usage_telemetry_points', 'ai_usage_log_files', 'sync_runs', 'devices', 'ingest_tokens'
  ] loop
    execute format('alter table %I.%I enable row level security', '${schema}', table_name);
    execute format('alter table %I.%I force row level security', '${schema}', table_name);
    execute format(
      'create policy "Users have their own rows" on %I.%I to authenticated
         using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id)',
      '${schema}', table_name);
    execute format('revoke all on %I.%I from public, %s', '${schema}', table_name, others);
    execute format('grant select, insert, update, delete on %I.%I to authenticated', '${schema}', table_name);
  end loop;

  foreach table_name in array array['audit_trail', 'scheduled_tasks', '${flyway:table}'] loop
    execute format('revoke all on %I.%I from public, %s', '${schema}', table_name, others);
  end loop;
  execute format('revoke all on sequence %I.audit_trail_audit_id_seq from public, %s', '${schema}', others);
end
$do$;

grant insert on "${schema}".audit_trail to service_role;

-- Keys are wrapped anew for all users at once: the one thing that is done across them, and all that can be seen of their rows.

grant select (user_id, integration_id, encrypted_api_key), update (encrypted_api_key)
  on "${schema}".ai_tool_integrations to service_role;
create policy "The service finds stored keys" on "${schema}".ai_tool_integrations for select to service_role
  using (encrypted_api_key is not null);
create policy "The service wraps stored keys anew" on "${schema}".ai_tool_integrations for update to service_role
  using (encrypted_api_key is not null) with check (encrypted_api_key is not null);
