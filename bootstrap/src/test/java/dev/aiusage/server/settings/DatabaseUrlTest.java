package dev.aiusage.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    postgresql://anna:pw@db/usage                              | jdbc:postgresql://db/usage                             | anna | pw
                    postgres://anna:pw@db:5433/usage                           | jdbc:postgresql://db:5433/usage                        | anna | pw
                    postgresql://anna@a:1,b:2/usage?target_session_attrs=read-write | jdbc:postgresql://a:1,b:2/usage?targetServerType=primary | anna | ''
                    postgresql://an%40na:p%2Fw%3A+@db/usage                    | jdbc:postgresql://db/usage                             | an@na | p/w:+
                    postgresql://anna:pw@db                                    | jdbc:postgresql://db/anna                              | anna | pw
                    postgresql://db/usage?user=anna&password=pw&sslmode=require | jdbc:postgresql://db/usage?sslmode=require            | anna | pw
                    jdbc:postgresql://db/usage?user=anna&password=pw&ssl=true  | jdbc:postgresql://db/usage?ssl=true                    | anna | pw
                    jdbc:postgresql://db/usage?ssl=true&password=pw            | jdbc:postgresql://db/usage?ssl=true                    | ''   | pw
                    """)
    void both_forms_lead_to_one(String given, String jdbc, String user, String password) {
        assertThat(url(given)).isEqualTo(new DatabaseUrl(jdbc, user, password));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@aws-0-eu.pooler.supabase.com:6543/postgres",
        "postgresql://u:p@pooler/postgres?pgbouncer=true"
    })
    void behind_a_transaction_mode_pooler_no_statement_is_prepared(String given) {
        assertThat(url(given).jdbcUrl()).endsWith("?prepareThreshold=0").doesNotContain("pgbouncer");
    }

    @Test
    void the_password_is_never_printed() {
        assertThat(url("postgresql://anna:secret@db/usage").toString()).doesNotContain("secret");
        assertThatThrownBy(() -> url("postgresql://anna:sec%ret@db/usage"))
                .isInstanceOf(SettingRefused.class)
                .hasMessageNotContaining("sec");
        assertThatThrownBy(() -> url("jdbc:postgresql://db/usage?password=sec%ret"))
                .isInstanceOf(SettingRefused.class)
                .hasMessageNotContaining("sec");
        assertThatThrownBy(() -> url("postgresql://anna:not@secret@db/usage"))
                .isInstanceOf(SettingRefused.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> url("anna:secret@db"))
                .isInstanceOf(SettingRefused.class)
                .hasMessageNotContaining("secret");
    }

    private static DatabaseUrl url(String text) {
        return DatabaseUrl.parse(Setting.DATABASE_URL, text);
    }
}
