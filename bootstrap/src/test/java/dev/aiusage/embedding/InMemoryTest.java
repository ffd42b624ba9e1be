package dev.aiusage.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.aiusage.AiUsage;
import dev.aiusage.domain.dashboard.ToolUsage;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Transcript;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("looks at all threads")
class InMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UserId ADA = new UserId(UUID.fromString("0a000000-0000-4000-8000-000000000001"));
    private static final UserId BOB = new UserId(UUID.fromString("0b000000-0000-4000-8000-000000000002"));

    @Test
    void a_host_imports_a_transcript_and_shows_it() {
        try (var usage = AiUsage.builder().inMemory().clock(CLOCK).build()) {
            var host = new Host(usage, ADA);

            var report = host.bring(Transcript.of("first", 3, NOW));

            assertThat(report.rowsImported()).isEqualTo(3);
            assertThat(host.dashboard().totalInteractions()).isEqualTo(3);
            assertThat(host.dashboard().topTool().map(ToolUsage::tool)).contains(Tool.CLAUDE_CODE);
        }
    }

    @Test
    void importing_again_changes_nothing() {
        try (var usage = AiUsage.builder().inMemory().clock(CLOCK).build()) {
            var host = new Host(usage, ADA);
            host.bring(Transcript.of("again", 3, NOW));

            var second = host.bring(Transcript.of("again", 3, NOW));

            assertThat(second.rowsRead()).isEqualTo(3);
            assertThat(second.rowsImported()).isZero();
            assertThat(host.dashboard().totalInteractions()).isEqualTo(3);
        }
    }

    @Test
    void two_assemblies_in_one_jvm_know_nothing_of_each_other() {
        try (var one = AiUsage.builder().inMemory().clock(CLOCK).build();
                var other = AiUsage.builder().inMemory().clock(CLOCK).build()) {
            new Host(one, ADA).bring(Transcript.of("one", 2, NOW));
            new Host(other, ADA).bring(Transcript.of("other", 5, NOW));

            assertThat(new Host(one, ADA).dashboard().totalInteractions()).isEqualTo(2);
            assertThat(new Host(other, ADA).dashboard().totalInteractions()).isEqualTo(5);
        }
    }

    @Test
    void users_see_only_what_is_theirs() {
        try (var usage = AiUsage.builder().inMemory().clock(CLOCK).build()) {
            new Host(usage, ADA).bring(Transcript.of("hers", 2, NOW));

            assertThat(new Host(usage, BOB).dashboard().tools()).isEmpty();
        }
    }

    @Test
    void the_given_clock_says_which_days_are_shown() {
        var lastDay = Clock.fixed(NOW.plus(Duration.ofDays(89)), ZoneOffset.UTC);
        var dayAfter = Clock.fixed(NOW.plus(Duration.ofDays(90)), ZoneOffset.UTC);

        assertThat(shownUnder(lastDay)).isEqualTo(2);
        assertThat(shownUnder(dayAfter)).isZero();
    }

    private static long shownUnder(Clock clock) {
        try (var usage = AiUsage.builder().inMemory().clock(clock).build()) {
            var host = new Host(usage, ADA);
            host.bring(Transcript.of("old", 2, NOW));
            assertThat(host.dashboard().range().to())
                    .isEqualTo(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
            return host.dashboard().totalInteractions();
        }
    }

    @Test
    void an_assembly_starts_no_thread_and_leaves_none() {
        var before = threads();
        try (var usage = AiUsage.builder().inMemory().clock(CLOCK).build()) {
            var host = new Host(usage, ADA);
            host.bring(Transcript.of("threads", 50, NOW));
            host.dashboard();
            usage.scanLocalLogs().scan(ADA);
        }

        assertThat(threads()).isSubsetOf(before);
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    @Test
    void an_assembly_on_nothing_says_what_to_call() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AiUsage.builder().build())
                .withMessageContaining("inMemory()");
    }
}
