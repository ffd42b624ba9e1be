package dev.aiusage.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void names_stand_to_the_left_and_figures_to_the_right() {
        var table = new TextTable(1, List.of("Model", "Cost"));
        table.add(List.of("a", "$1.00"));
        table.add(List.of("Total", "$10.00"));

        assertThat(table.text()).isEqualTo("""
                Model    Cost
                -------------
                a       $1.00
                -------------
                Total  $10.00
                """);
    }

    @Test
    void wide_and_combined_characters_take_the_columns_that_they_take() {
        var table = new TextTable(1, List.of("Project", "Requests"));
        table.add(List.of("漢字", "1"));
        table.add(List.of("Lade\u0301n", "2"));
        table.add(List.of("Total", "3"));

        assertThat(table.text().lines().filter(line -> line.matches(".*\\d")).map(Printed::width))
                .containsOnly(17);
    }

    @Test
    void a_name_that_is_too_long_is_cut_to_the_page() {
        var table = new TextTable(1, List.of("Project", "Requests"));
        table.add(List.of("x".repeat(500), "1"));
        table.add(List.of("漢".repeat(500), "1"));
        table.add(List.of("Total", "2"));

        assertThat(table.text().lines())
                .allMatch(line -> Printed.width(line) <= 100)
                .anyMatch(line -> line.contains("…"));
    }
}
