-- The service's login may become the roles of the policies; of its own it has nothing but the schedule, which holds no usage and is
-- worked on outside of users' transactions. Runs again for another login.

do $do$
declare
  login text := '${login}';
  role_name text;
begin
  -- Where one login does both, it may have made the roles without being allowed to become them (version 16 and later).
  if login = '' then
    login := current_user;
  end if;

  foreach role_name in array array['authenticated', 'service_role'] loop
    if current_setting('server_version_num')::integer >= 160000 then
      if not pg_has_role(login, role_name, 'set') then
        execute format('grant %I to %I with inherit false, set true', role_name, login);
      end if;
    elsif not pg_has_role(login, role_name, 'member') then
      execute format('grant %I to %I', role_name, login);
    end if;
  end loop;

  -- Before version 16 only the login itself can say that it inherits nothing.
  if current_setting('server_version_num')::integer < 160000 and login <> current_user and exists (
    select from pg_roles where rolname = login and rolinherit and not rolsuper
  ) then
    execute format('alter role %I noinherit', login);
  end if;

  execute format('grant usage on schema %I to %I', '${schema}', login);
  execute format('grant select, insert, update, delete on %I.scheduled_tasks to %I', '${schema}', login);
end
$do$;
