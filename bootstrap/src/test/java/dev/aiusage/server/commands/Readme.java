package dev.aiusage.server.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's README, taken apart: blocks of code, words set as code, addresses. */
record Readme(String text) {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("(?<!`)`([^`]+)`(?!`)");
    private static final Pattern HEADING = Pattern.compile("^## ", Pattern.MULTILINE);
    private static final Pattern CELL = Pattern.compile("^\\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    static Readme read() {
        return new Readme(file("README.md"));
    }

    static String file(String path) {
        try {
            return Files.readString(PROJECT.resolve(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The part under this heading. */
    Readme section(String heading) {
        return HEADING.splitAsStream(text)
                .filter(part -> part.startsWith(heading + "\n"))
                .map(Readme::new)
                .findFirst()
                .orElseThrow();
    }

    List<String> blocks(String language) {
        return matches(BLOCK, text)
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2).strip())
                .toList();
    }

    /** The first cell of each row of its tables, with their headings. */
    List<String> firstCells() {
        return matches(CELL, text).map(cell -> cell.group(1).strip()).toList();
    }

    List<String> inline() {
        return matches(INLINE, BLOCK.matcher(text).replaceAll(""))
                .map(code -> code.group(1))
                .toList();
    }

    /** Every line of a shell, wherever it stands. */
    List<String> commands() {
        return Stream.concat(blocks("sh").stream().flatMap(String::lines), inline().stream())
                .flatMap(line -> Stream.of(line.split(" && ")))
                .toList();
    }

    static List<String> words(String command) {
        var words = new ArrayList<String>();
        matches(WORD, command).forEach(word -> words.add(word.group(1) == null ? word.group(2) : word.group(1)));
        return words;
    }

    static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
