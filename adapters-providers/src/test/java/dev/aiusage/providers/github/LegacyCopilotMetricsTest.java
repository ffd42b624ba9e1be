package dev.aiusage.providers.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Decisions;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.LinesChanged;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.UsageDay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegacyCopilotMetricsTest {

    private static final String METRICS = """
            [{"date":"2024-06-24","total_active_users":24,"total_engaged_users":20,
              "copilot_ide_code_completions":{"total_engaged_users":20,"languages":[{"name":"python","total_engaged_users":10}],
                "editors":[
                  {"name":"vscode","models":[{"name":"default","is_custom_model":false,"languages":[
                    {"name":"python","total_code_suggestions":249,"total_code_acceptances":123,
                     "total_code_lines_suggested":225,"total_code_lines_accepted":135},
                    {"name":"ruby","total_code_suggestions":496,"total_code_acceptances":253,
                     "total_code_lines_suggested":520,"total_code_lines_accepted":270}]}]},
                  {"name":"neovim","models":[{"name":"a-custom-model","is_custom_model":true,"languages":[
                    {"name":"python","total_code_suggestions":10,"total_code_acceptances":7,"total_code_lines_accepted":8}]}]}]},
              "copilot_ide_chat":{"editors":[{"name":"vscode","models":[
                {"name":"default","total_chats":45,"total_chat_insertion_events":12,"total_chat_copy_events":16}]}]},
              "copilot_dotcom_chat":{"models":[{"name":"default","total_chats":38}]},
              "copilot_dotcom_pull_requests":{"repositories":[{"name":"demo/repo1","models":[
                {"name":"default","total_pr_summaries_created":6}]}]}},
             {"date":"2024-06-25","copilot_ide_code_completions":null,"copilot_ide_chat":{"editors":null}}]
            """;

    private static final String USAGE = """
            [{"day":"2023-10-15","total_suggestions_count":1000,"total_acceptances_count":800,
              "total_lines_suggested":1800,"total_lines_accepted":1200,"total_active_users":10,
              "total_chat_acceptances":32,"total_chat_turns":200,"total_active_chat_users":4,
              "breakdown":[
                {"language":"python","editor":"vscode","suggestions_count":300,"acceptances_count":250,
                 "lines_suggested":900,"lines_accepted":700,"active_users":5},
                {"language":"python","editor":"jetbrains","suggestions_count":300,"acceptances_count":200,
                 "lines_suggested":400,"lines_accepted":300,"active_users":2},
                {"language":"ruby","editor":"vscode","suggestions_count":400,"acceptances_count":350,
                 "lines_suggested":500,"lines_accepted":200,"active_users":3}]}]
            """;

    @Test
    void metrics_are_summed_over_editors_models_and_languages() throws IOException {
        var days = read(METRICS);

        assertThat(days)
                .extracting(UsageDay::date)
                .containsExactly(LocalDate.parse("2024-06-24"), LocalDate.parse("2024-06-25"));
        assertThat(days.get(0).measures()).isEqualTo(measures(45 + 38 + 123 + 253 + 7, 755, 383, 413));
        assertThat(days.get(1)).isEqualTo(UsageDay.of(LocalDate.parse("2024-06-25"), Measures.NONE));
    }

    @Test
    void metrics_have_models_and_languages() throws IOException {
        var day = read(METRICS).get(0);

        assertThat(part(day, Dimension.MODEL, "default")).isEqualTo(measures(45 + 38 + 123 + 253, 745, 376, 405));
        assertThat(part(day, Dimension.MODEL, "a-custom-model")).isEqualTo(measures(7, 10, 7, 8));
        assertThat(part(day, Dimension.LANGUAGE, "python")).isEqualTo(measures(130, 259, 130, 143));
        assertThat(part(day, Dimension.LANGUAGE, "ruby")).isEqualTo(measures(253, 496, 253, 270));
        assertThat(day.breakdowns()).hasSize(4);
    }

    @Test
    void the_older_usage_has_totals_and_languages() throws IOException {
        var day = read(USAGE).get(0);

        assertThat(day.date()).isEqualTo(LocalDate.parse("2023-10-15"));
        assertThat(day.measures()).isEqualTo(measures(200 + 800, 1000, 800, 1200));
        assertThat(part(day, Dimension.LANGUAGE, "python")).isEqualTo(measures(450, 600, 450, 1000));
        assertThat(part(day, Dimension.LANGUAGE, "ruby")).isEqualTo(measures(350, 400, 350, 200));
        assertThat(day.breakdowns()).hasSize(2);
    }

    @Test
    void answers_kept_after_each_other_count_each_day_once() throws IOException {
        assertThat(read(METRICS + METRICS)).isEqualTo(read(METRICS));
        assertThat(read(USAGE + METRICS)).hasSize(3);
        assertThat(read("")).isEmpty();
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void what_is_no_export_is_refused() {
        assertThatThrownBy(() -> read("[{\"date\":")).isInstanceOf(JsonProcessingException.class);
        for (var text : List.of("[{}]", "[{\"date\":\"soon\"}]", "[7]", METRICS.replace("249", "-1"))) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(VendorFailure.MalformedAnswer.class);
        }
    }

    private static List<UsageDay> read(String export) throws IOException {
        return LegacyCopilotMetrics.read(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
    }

    private static Measures part(UsageDay day, Dimension dimension, String label) {
        return day.breakdowns(dimension)
                .filter(part -> part.label().text().equals(label))
                .findFirst()
                .orElseThrow()
                .measures();
    }

    private static Measures measures(long requests, long suggestions, long acceptances, long lines) {
        return Measures.NONE
                .withRequests(RequestCount.of(requests, RequestBasis.PROMPTS_AND_ACCEPTANCES))
                .withDecisions(new Decisions(Count.of(suggestions), Count.of(acceptances), Count.UNKNOWN))
                .withLines(new LinesChanged(Count.of(lines), Count.UNKNOWN));
    }
}
