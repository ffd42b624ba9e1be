package dev.aiusage.persistence.postgres;

/** A database as Supabase hands it over: schema, function, roles and profiles are there, and rights are given by default. */
final class LikeSupabase {

    static final String PREPARED = """
            do $$ begin create role anon nologin; exception when duplicate_object then null; end $$;
            create schema auth;
            create function auth.uid() returns uuid language sql stable as $$
              select coalesce(
                nullif(current_setting('request.jwt.claim.sub', true), ''),
                nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
            $$;
            grant usage on schema auth to anon, authenticated, service_role;
            alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
            alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
            create table public.user_profiles (user_id uuid primary key, full_name text);
            alter table public.user_profiles enable row level security;
            create policy "Users view own profile" on public.user_profiles for select using (auth.uid() = user_id);
            """;

    /** Asks for all that the migrations have to leave alone. */
    static final String WHAT_IT_HAD = """
            select prosrc from pg_proc where pronamespace = 'auth'::regnamespace
            union all select nspacl::text from pg_namespace where nspname = 'auth'
            union all select policyname || cmd || qual from pg_policies where tablename = 'user_profiles'
            union all select relacl::text || relforcerowsecurity from pg_class where relname = 'user_profiles'
            union all select attname from pg_attribute where attrelid = 'public.user_profiles'::regclass
            order by 1
            """;

    private LikeSupabase() {}
}
