package dev.aiusage.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            report --by foo          | --by must be day, model, project or tool: foo
            sync --all=false         | --all can't be false: there is nothing else to synchronise.
            import --user anna file  | --user must be the UUID of a user: anna
            """)
    void values_that_can_not_be_are_told_without_how_they_are_read(String given, String reason) {
        var errors = new StringWriter();

        var status = Commands.run(new PrintWriter(errors, true), new PrintWriter(errors, true), given.split(" "));

        assertThat(errors.toString().lines()).containsExactly(reason + " (--help shows what there is)");
        assertThat(status).isEqualTo(2);
    }
}
