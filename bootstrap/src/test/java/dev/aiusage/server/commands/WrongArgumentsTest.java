package dev.aiusage.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

class WrongArgumentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --databse-url=postgresql://anna:secret@db/usage  | Unknown option: --databse-url
            --databse-url postgresql://anna:secret@db/usage  | Unknown option: --databse-url
            postgresql://anna:secret@db/usage                | Unexpected argument: postgresql://…
            srve                                             | Unexpected argument: srve
            """)
    void what_nobody_knows_is_named_without_its_value(String given, String reason) {
        var line = new CommandLine(new MigrateCommand());
        var wrong = new UnmatchedArgumentException(line, List.of(given.split(" ")));

        assertThat(Commands.reason(wrong)).isEqualTo(reason);
    }
}
