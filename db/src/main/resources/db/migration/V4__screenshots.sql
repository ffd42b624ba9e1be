-- What a vision model read off a picture, until its owner confirms or discards it. Never the picture. A row is there from the
-- moment a picture is sent to the model, whatever becomes of it: so it also tells how often a user asked.

create table "${schema}".ai_usage_screenshots (
  user_id uuid not null,
  screenshot_id uuid not null,
  status text collate "C" not null check (status in ('reading', 'draft', 'confirmed', 'discarded')),
  tool_name varchar(50) collate "C",
  confidence double precision,
  created_at timestamptz not null,
  primary key (user_id, screenshot_id)
);
create index idx_screenshots_created on "${schema}".ai_usage_screenshots (user_id, created_at);

-- The figures of a draft; gone when it is confirmed or discarded. A date may be unknown.

create table "${schema}".ai_usage_screenshot_days (
  user_id uuid not null,
  screenshot_id uuid not null,
  row_number integer not null,
  metric_date date,
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
  primary key (user_id, screenshot_id, row_number),
  foreign key (user_id, screenshot_id)
    references "${schema}".ai_usage_screenshots (user_id, screenshot_id) on delete cascade
);

do $do$
declare
  table_name text;
  others text := (
    select string_agg(quote_ident(rolname), ', ') from pg_roles
    where rolname in ('anon', 'authenticated', 'service_role'));
begin
  foreach table_name in array array['ai_usage_screenshots', 'ai_usage_screenshot_days'] loop
    execute format('alter table %I.%I enable row level security', '${schema}', table_name);
    execute format('alter table %I.%I force row level security', '${schema}', table_name);
    execute format(
      'create policy "Users have their own rows" on %I.%I to authenticated
         using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id)',
      '${schema}', table_name);
    execute format('revoke all on %I.%I from public, %s', '${schema}', table_name, others);
    execute format('grant select, insert, update, delete on %I.%I to authenticated', '${schema}', table_name);
  end loop;
end
$do$;

-- From now on a rate may stand without counts, as somebody gave it. Until now it always followed from them, and where there were
-- none, least(1, null) had left a 1.

alter table "${schema}".ai_usage_metrics no force row level security;
update "${schema}".ai_usage_metrics set acceptance_rate = null
where acceptance_rate is not null and coalesce(suggestions, acceptances, rejections) is null;
alter table "${schema}".ai_usage_metrics force row level security;
