package dev.aiusage.providers.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that shows how a provider is added shows the files of this package, and the ways of its real neighbours. */
class ProvidersReadmeTest {

    /** The path of a file at the end of a line, and the block of code that follows it. */
    private static final Pattern SHOWN = Pattern.compile("`([\\w./-]+)`:\\n\\n```\\w+\\n(.*?)\\n```", Pattern.DOTALL);

    private static final Pattern LINE_TO_ADD = Pattern.compile("\\| `([\\w./-]+)` \\| `([^`]+)` \\|");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");

    @Test
    void its_code_is_that_of_the_example() throws IOException {
        var shown = SHOWN.matcher(page()).results().toList();

        assertThat(shown)
                .extracting(file -> Path.of(file.group(1)).getFileName().toString())
                .containsExactly("page-1.json", "page-2.json", "PairlyUsage.java", "PairlyUsageTest.java");
        assertThat(shown.subList(0, 3))
                .allSatisfy(file -> assertThat(file.group(2)).isEqualTo(withoutImports(Path.of(file.group(1)))));
        assertThat(Files.readString(Path.of(shown.get(3).group(1))))
                .contains(shown.get(3).group(2).indent(4).replaceAll("(?m)^ +$", ""));
    }

    @Test
    void the_lines_that_assemble_it_are_like_those_of_a_real_vendor() throws IOException {
        var lines = LINE_TO_ADD.matcher(page()).results().toList();

        assertThat(lines).hasSize(2);
        for (var line : lines) {
            var file = Path.of("..").resolve(line.group(1));
            assertThat(squeezed(Files.readString(file))).contains(squeezed(asOpenAi(line)));
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String withoutImports(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("package ") && !line.startsWith("import "))
                    .collect(Collectors.joining("\n"))
                    .strip();
        }
    }

    private static String asOpenAi(MatchResult line) {
        var names = List.of("PAIRLY", "OPENAI", "pairly()", "openAi()", "PairlyUsage", "OpenAiUsage");
        var text = line.group(2);
        for (var name = 0; name < names.size(); name += 2) {
            text = text.replace(names.get(name), names.get(name + 1));
        }
        return text;
    }

    /** Each list of texts is one text, and none of them matters. */
    private static String squeezed(String code) {
        return TEXTS.matcher(code).replaceAll("…").replaceAll("\\s+", "").replaceAll("…(,…)+", "…");
    }
}
