package dev.aiusage.providers.github;

import static dev.aiusage.providers.github.GithubServer.NOW;
import static dev.aiusage.providers.github.GithubServer.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopilotIndependentCountTest {

    private static final int REPORTED_AT_ONCE = 28;
    private static final int DAYS = 40;

    @Test
    void a_plain_count_of_the_same_rows_finds_the_same() {
        for (var seed = 0; seed < 20; seed++) {
            for (var account : List.of("", "bob")) {
                try (var github = new GithubServer()) {
                    var expected = serve(github, new Random(seed), account);

                    var fetched = fetch(github, account);

                    assertThat(fetched.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
                    assertThat(fetched)
                            .as("seed %d", seed)
                            .allSatisfy(
                                    (name, sum) -> assertThat(sum).as(name).isEqualByComparingTo(expected.get(name)));
                }
            }
        }
    }

    private static Map<String, BigDecimal> serve(GithubServer github, Random random, String account) {
        var plain = new PlainUserCount();
        var users = new RandomUserRows(random);
        var newest = new StringBuilder[] {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        for (var back = 0; back < DAYS; back++) {
            var day = YESTERDAY.minusDays(back);
            var rows = users.of(day);
            rows.forEach(row -> plain.add(row, account));
            if (back < REPORTED_AT_ONCE) {
                rows.forEach(
                        row -> newest[random.nextInt(newest.length)].append(row).append('\n'));
            } else {
                github.day(day, files(rows));
            }
        }
        github.latest(
                YESTERDAY.minusDays(REPORTED_AT_ONCE - 1L),
                YESTERDAY,
                newest[0].toString(),
                newest[1].toString(),
                newest[2].toString());
        return plain.sums();
    }

    private static String[] files(List<ObjectNode> rows) {
        return rows.stream().map(ObjectNode::toString).toArray(String[]::new);
    }

    private static Map<String, BigDecimal> fetch(GithubServer github, String account) {
        var access = github.open(new Scope("acme", account));
        var wanted = DateRange.lastDays(DAYS + 1, LocalDate.ofInstant(NOW, ZoneOffset.UTC));
        var days = new ArrayList<UsageDay>();
        access.windows(wanted).forEach(window -> days.addAll(access.fetch(window)));
        return NamedSums.of(days);
    }
}
