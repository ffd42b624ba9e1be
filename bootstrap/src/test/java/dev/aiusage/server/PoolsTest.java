package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.aiusage.server.embedded.Login;
import dev.aiusage.server.settings.DatabaseUrl;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolsTest {

    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/nowhere";

    @Test
    void a_database_that_is_away_is_soon_given_up_but_the_own_one_that_has_just_started() {
        var others = new DatabaseUrl(NOWHERE, "ada", "");
        var own = new Login("ada", "");

        try (var service = Pools.service(others);
                var owner = Pools.owner(others);
                var ownService = Pools.service(NOWHERE, own);
                var ownOwner = Pools.owner(NOWHERE, own)) {
            assertThat(List.of(service, owner, ownService))
                    .extracting(HikariDataSource::getConnectionTimeout)
                    .containsOnly(Duration.ofSeconds(5).toMillis());
            assertThat(ownOwner.getConnectionTimeout())
                    .isEqualTo(Duration.ofMinutes(1).toMillis());
        }
    }
}
