-- A device is found by the name that it calls itself by; its id follows from the user and that name.

alter table "${schema}".devices add column name text collate "C" not null default '';
alter table "${schema}".devices alter column name drop default;

-- What a device brought first, for taking it out again.

create index idx_events_device on "${schema}".ai_usage_events (user_id, device_id) where device_id is not null;
alter table "${schema}".ai_usage_events alter column device_id set statistics 0;

-- One unbroken history of a user's events: another id says that something of it was taken out, so that whoever remembers what
-- was brought brings it all again.

create table "${schema}".ai_usage_histories (
  user_id uuid not null,
  history_id uuid not null,
  primary key (user_id)
);

do $do$
declare
  others text := (
    select string_agg(quote_ident(rolname), ', ') from pg_roles
    where rolname in ('anon', 'authenticated', 'service_role'));
begin
  alter table "${schema}".ai_usage_histories enable row level security;
  alter table "${schema}".ai_usage_histories force row level security;
  create policy "Users have their own rows" on "${schema}".ai_usage_histories to authenticated
    using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
  execute format('revoke all on %I.ai_usage_histories from public, %s', '${schema}', others);
  grant select, insert, update, delete on "${schema}".ai_usage_histories to authenticated;
end
$do$;
