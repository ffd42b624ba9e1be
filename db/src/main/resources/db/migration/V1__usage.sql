create table ${schema}.user_profiles (
  user_id uuid primary key,
  created_at timestamptz not null default now()
);
