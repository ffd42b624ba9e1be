package dev.aiusage.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code daily} and {@code report} answer to those who ask wrongly. They set up the log of this JVM. */
@Execution(ExecutionMode.SAME_THREAD)
final class WrongReportsTest {

    @ParameterizedTest
    @CsvSource({
        "--from, daily --from yesterday",
        "--from, daily --from 2026-11-02 --to 2026-11-01",
        "--from, daily --from 2019-01-01",
        "--to, daily --to 2999-01-01",
        "--timezone, daily --timezone Mars/Olympus",
        "--timezone, daily --timezone EST",
        "--tool, daily --tool nobody_knows_it",
        "--tool, daily --tool X",
        "--by, report --by language",
        "--by, daily --by model",
        "--port, daily --port 1"
    })
    void wrong_use_is_told_in_one_line(String named, String arguments) {
        var output = new StringWriter();
        var errors = new StringWriter();

        var status = Commands.run(new PrintWriter(output, true), new PrintWriter(errors, true), arguments.split(" "));

        assertThat(status).as(errors.toString()).isEqualTo(2);
        assertThat(errors.toString().lines()).singleElement().asString().contains(named);
        assertThat(output.toString()).isEmpty();
    }
}
