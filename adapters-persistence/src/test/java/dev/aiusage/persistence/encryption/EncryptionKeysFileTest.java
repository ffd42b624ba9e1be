package dev.aiusage.persistence.encryption;

import static dev.aiusage.persistence.encryption.Keys.ANNA;
import static dev.aiusage.persistence.encryption.Keys.CURSOR;
import static dev.aiusage.persistence.encryption.Keys.SECRET;
import static dev.aiusage.persistence.encryption.Keys.base64;
import static dev.aiusage.persistence.encryption.Keys.entry;
import static dev.aiusage.persistence.encryption.Keys.opened;
import static dev.aiusage.persistence.encryption.Keys.unreadable;
import static dev.aiusage.persistence.encryption.Keys.vault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.application.integrations.KeyName;
import dev.aiusage.application.integrations.UnreadableKey;
import dev.aiusage.persistence.encryption.UnusableEncryptionKeys.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptionKeysFileTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock();
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void the_file_holds_the_old_key() throws IOException {
        write(entry("old") + "\n");
    }

    @Test
    void a_row_that_names_a_new_key_makes_the_file_be_read_again() throws IOException {
        var running = open();
        var fromAnother = vault(entry("new")).seal(SECRET, ANNA, CURSOR);
        write(entry("new") + "\n" + entry("old") + "\n");
        clock.turn(LONG_ENOUGH);

        assertThat(running.current()).isEqualTo(new KeyName("old"));
        assertThat(running.open(fromAnother, ANNA, CURSOR)).isEqualTo(opened(SECRET));
        assertThat(running.current()).isEqualTo(new KeyName("new"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void the_file_is_read_at_most_every_few_seconds() throws IOException {
        var running = open();
        var fromAnother = vault(entry("new")).seal(SECRET, ANNA, CURSOR);
        clock.turn(LONG_ENOUGH);
        assertThat(running.open(fromAnother, ANNA, CURSOR)).isEqualTo(unreadable(UnreadableKey.UNKNOWN_KEY));
        write(entry("new") + "," + entry("old"));
        clock.turn(LONG_ENOUGH.minusNanos(1));

        assertThat(running.open(fromAnother, ANNA, CURSOR)).isEqualTo(unreadable(UnreadableKey.UNKNOWN_KEY));
        clock.turn(Duration.ofNanos(1));
        assertThat(running.open(fromAnother, ANNA, CURSOR)).isEqualTo(opened(SECRET));
    }

    @Test
    void a_clock_that_was_set_back_does_not_stop_the_reading() throws IOException {
        var running = open();
        write(entry("new") + "," + entry("old"));
        clock.turn(Duration.ofDays(-1));

        assertThat(running.knows(new KeyName("new"))).isTrue();
    }

    @Test
    void a_broken_file_leaves_the_former_keys_and_is_told_once() throws IOException {
        var running = open();
        var own = running.seal(SECRET, ANNA, CURSOR);
        write("new:" + base64("new").substring(4));

        for (var round = 0; round < 3; round++) {
            clock.turn(LONG_ENOUGH);
            assertThat(running.knows(new KeyName("new"))).isFalse();
        }

        assertThat(running.open(own, ANNA, CURSOR)).isEqualTo(opened(SECRET));
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith(file() + ": the key in entry 1 is not 32 bytes long, but 29; ")
                .endsWith("; the keys from before stay in use")
                .doesNotContain(base64("new").substring(4, 12));
    }

    @Test
    void a_file_that_went_away_leaves_the_former_keys() throws IOException {
        var running = open();
        Files.delete(file());
        running.refresh();

        assertThat(running.current()).isEqualTo(new KeyName("old"));
        assertThat(warnings)
                .containsExactly(file() + ": can't be read: there is no such file; the keys from before stay in use");
    }

    @Test
    void a_refresh_takes_over_order_and_removal_at_once() throws IOException {
        var running = open();
        write(entry("new") + "\n" + entry("old"));
        running.refresh();
        assertThat(running.current()).isEqualTo(new KeyName("new"));

        write(entry("new"));
        running.refresh();
        assertThat(running.knows(new KeyName("old"))).isFalse();
    }

    @Test
    void a_file_that_is_no_list_of_keys_is_refused_at_the_start() throws IOException {
        write("x".repeat(100_000));
        assertThat(failure()).hasMessage(file() + ": can't be read: it is too large to be a list of keys");

        write("");
        assertThat(failure().fault()).isEqualTo(Fault.NO_KEY);
        assertThat(failure()).hasMessageStartingWith(file() + ": no key; ");

        Files.write(file(), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThat(failure().fault()).isEqualTo(Fault.NO_NAME);

        Files.delete(file());
        assertThat(failure()).hasMessage(file() + ": can't be read: there is no such file");

        Files.createDirectory(file());
        assertThat(failure().fault()).isEqualTo(Fault.UNREADABLE_FILE);
    }

    @Test
    void many_threads_meet_a_new_key_together() throws Exception {
        var running = open();
        var fromAnother = vault(entry("new")).seal(SECRET, ANNA, CURSOR);
        write(entry("new") + "," + entry("old"));
        clock.turn(LONG_ENOUGH);
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (var number = 0; number < 64; number++) {
                work.add(() -> running.open(fromAnother, ANNA, CURSOR));
            }
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(opened(SECRET));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private TinkKeyVault open() {
        return TinkKeyVault.following(file(), clock, warnings::add);
    }

    private UnusableEncryptionKeys failure() {
        return catchThrowableOfType(UnusableEncryptionKeys.class, this::open);
    }

    private Path file() {
        return directory.resolve("keys");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }
}
