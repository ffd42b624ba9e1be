package dev.aiusage.db;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** What a database's owner has to run so that a login without its rights can migrate: only what is missing. */
final class OwnerStatements {

    private static final String MISSING = """
            with wanted (schema_name, login) as (select ?::text, coalesce(nullif(?::text, ''), current_user)),
            role_names (name) as (values ('authenticated'), ('service_role')),
            statements (place, statement) as (
              select 1, format('create role %I nologin;', name) from role_names
              where not exists (select from pg_roles where rolname = name)
              union all
              select 2, format('create schema auth authorization %I;', current_user)
              where to_regnamespace('auth') is null and not has_database_privilege(current_database(), 'create')
              union all
              select 3, format('create schema %I authorization %I;', schema_name, current_user) from wanted
              where not exists (select from pg_namespace where nspname = schema_name)
                and not has_database_privilege(current_database(), 'create')
              union all
              select 4, format(
                'grant create, usage on schema %I to %I; grant usage on schema %1$I to authenticated, service_role;',
                schema_name, current_user)
              from wanted join pg_namespace on nspname = schema_name
              where not has_schema_privilege(nspname, 'create')
              union all
              select 5, format(
                case
                  when current_setting('server_version_num')::integer >= 160000
                    then 'grant %I to %I with inherit false, set true;'
                  else 'grant %I to %I;'
                end, name, login)
              from wanted cross join role_names
              join pg_roles as member on member.rolname = login
              left join pg_roles as granted on granted.rolname = name
              where granted.oid is null or not pg_has_role(member.oid, granted.oid, 'member')
              union all
              select 6, format('alter role %I noinherit;', login) from wanted join pg_roles on rolname = login
              where current_setting('server_version_num')::integer < 160000
                and login <> current_user and rolinherit and not rolsuper
            )
            select string_agg(statement, ' ' order by place, statement) from statements
            """;

    private final String schema;
    private final String login;

    OwnerStatements(String schema, String login) {
        this.schema = schema;
        this.login = login;
    }

    /** In one line; empty if nothing is known to be missing, or if the database does not answer. */
    Optional<String> missing(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(MISSING)) {
            statement.setString(1, schema);
            statement.setString(2, login);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException unanswered) {
            return Optional.empty();
        }
    }
}
