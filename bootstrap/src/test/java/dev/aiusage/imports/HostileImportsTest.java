package dev.aiusage.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.imports.SampleFile.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a file is a row error or a refusal with the reason, and nothing of it is counted. */
class HostileImportsTest {

    static Stream<Arguments> files() {
        return SampleFile.all().stream()
                .flatMap(sample -> HostileFile.all().stream().map(hostile -> Arguments.of(sample, hostile)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_wrong_is_told_and_not_counted(SampleFile sample, HostileFile hostile) {
        assertThat(Verdict.on(sample, hostile)).isEmpty();
    }

    @Test
    void a_formula_is_a_name_like_any_other() {
        for (var sample : List.of("cursor_csv", "usage_csv", "ccusage_json", "gemini_json")) {
            try (var service = new Importer()) {
                var row = new Row(1, "2026-11-11", "7", "=1+cmd|' /C calc'!A0", "");
                service.bring(sample, sampleOf(sample).of(row));

                assertThat(service.models()).as(sample).containsExactly("=1+cmd|' /C calc'!A0");
            }
        }
    }

    private static SampleFile sampleOf(String format) {
        return SampleFile.all().stream()
                .filter(sample -> sample.format().equals(format))
                .findFirst()
                .orElseThrow();
    }
}
