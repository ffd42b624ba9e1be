package dev.aiusage.db;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A login that the row-level policies would not hold, if it forgot to take on a role.
 *
 * @param reason why not, after "the login"
 * @param separatingSql makes a login for the service alone, in one line; migrations for it grant the rest
 */
public record PolicyBypass(String login, String reason, String separatingSql) {

    // Not those that may become such a role: the role of a platform's services is one.
    private static final String BYPASSING = """
            select rolname,
              case when rolsuper then 'is a superuser' else 'has BYPASSRLS' end,
              (
                select format('create role %I login noinherit password ''put one here'';', name)
                from generate_series(1, 99) as number,
                  lateral (select 'ai_usage_service' || case when number > 1 then '_' || number else '' end as name) as names
                where not exists (select from pg_roles where rolname = name)
                order by number limit 1
              )
            from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
            """;

    /** Empty if the policies hold this login, or if the database does not answer. */
    public static Optional<PolicyBypass> of(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(BYPASSING)) {
            return rows.next()
                    ? Optional.of(new PolicyBypass(rows.getString(1), rows.getString(2), rows.getString(3)))
                    : Optional.empty();
        } catch (SQLException unanswered) {
            return Optional.empty();
        }
    }
}
