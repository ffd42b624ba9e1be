package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoDataFileTest {

    private static final LocalDate TODAY = LocalDate.parse("2028-03-01");

    @TempDir
    private Path directory;

    @Test
    void a_file_with_less_in_it_is_fine_and_what_it_does_not_say_is_unknown() throws IOException {
        var file = file("""
                {"tools": [{"tool_name": "my_tool", "last_90_days": {"daily_breakdown": [
                  {"date": "2026-01-01", "requests": 2},
                  {"date": "2026-01-03", "requests": 0}]}}]}""");

        var tools = DemoData.of(file).tools(TODAY);

        assertThat(tools).singleElement().satisfies(tool -> {
            assertThat(tool.tool()).isEqualTo(new Tool("my_tool"));
            assertThat(tool.days()).singleElement().satisfies(day -> {
                assertThat(day.date()).isEqualTo("2028-02-28");
                assertThat(day.measures().requests().count()).isEqualTo(Count.of(2));
                assertThat(day.measures().tokens()).isEqualTo(TokenCount.UNKNOWN);
                assertThat(day.measures().cost().isKnown()).isFalse();
            });
        });
    }

    @Test
    void the_latest_date_of_any_tool_becomes_today() throws IOException {
        var file = file("""
                {"tools": [
                  {"tool_name": "codex", "last_90_days": {"daily_breakdown": [{"date": "2026-01-01", "requests": 1}]}},
                  {"tool_name": "copilot", "last_90_days": {"daily_breakdown": [{"date": "2026-01-02", "requests": 1}]}}]}""");

        assertThat(DemoData.of(file).tools(TODAY))
                .flatExtracting(DemoTool::days)
                .extracting(UsageDay::date)
                .containsExactly(LocalDate.parse("2028-02-29"), TODAY);
    }

    @Test
    void project_totals_are_spread_in_proportion_to_the_days() throws IOException {
        var file = file("""
                {"tools": [{"tool_name": "codex", "last_90_days": {
                  "daily_breakdown": [{"date": "2026-01-01", "requests": 2}, {"date": "2026-01-02", "requests": 4}],
                  "top_projects": [{"name": "shop", "requests": 3}, {"name": "docs", "requests": 3}]}}]}""");

        assertThat(DemoData.of(file).tools(TODAY).get(0).days())
                .extracting(day -> day.breakdowns(Dimension.PROJECT)
                        .map(project -> project.label() + " "
                                + project.measures().requests().count())
                        .toList()
                        .toString())
                .containsExactly("[shop 1, docs 1]", "[shop 2, docs 2]");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        var missing = directory.resolve("nothing.json");

        var broken = catchThrowableOfType(BrokenDemoData.class, () -> DemoData.of(missing));

        assertThat(broken.place()).isEqualTo(missing.toString());
        assertThat(broken.problem()).isEqualTo("there is no such file");
    }

    @Test
    void malformed_json_is_told_with_line_and_column() throws IOException {
        assertBroken("{\"tools\": [\n}", directory.resolve("demo.json").toString(), "line 2");
        assertBroken("{\"tools\": []} rest", directory.resolve("demo.json").toString(), "is not JSON");
        assertBroken("", "the file", "must be an object");
    }

    @Test
    void a_file_without_tools_is_refused() throws IOException {
        assertBroken("{}", "tools", "is missing");
        assertBroken("{\"tools\": {}}", "tools", "must be a list");
        assertBroken("{\"tools\": [7]}", "tools[0]", "must be an object");
        assertBroken("{\"tools\": []}", "tools", "must not be empty");
    }

    @Test
    void a_tool_needs_a_name_of_its_own_and_days() throws IOException {
        assertBroken("{\"tools\": [{}]}", "tools[0].tool_name", "is missing");
        assertBroken("{\"tools\": [{\"tool_name\": \"My Tool\"}]}", "tools[0].tool_name", "\"My Tool\"");
        assertBroken("{\"tools\": [{\"tool_name\": \"cursor\"}]}", "tools[0].last_90_days", "is missing");
        assertBroken("""
                {"tools": [{"tool_name": "cursor", "last_90_days": {"daily_breakdown": []}},
                           {"tool_name": "cursor_ai", "last_90_days": {"daily_breakdown": []}}]}""", "tools[1].tool_name", "cursor stands twice");
    }

    @Test
    void a_day_that_stands_twice_is_refused() throws IOException {
        assertBrokenDays(
                "{\"date\": \"2026-01-01\"}, {\"date\": \"2026-01-02\"}, {\"date\": \"2026-01-01\"}",
                "daily_breakdown[2].date",
                "2026-01-01 stands twice");
    }

    @Test
    void a_date_that_is_none_is_refused() throws IOException {
        assertBrokenDays("{\"date\": \"2026-02-29\"}", "daily_breakdown[0].date", "\"2026-02-29\"");
        assertBrokenDays("{\"date\": \"+99999-01-01\"}", "daily_breakdown[0].date", "must be a date");
        assertBrokenDays("{\"date\": 20260101}", "daily_breakdown[0].date", "must be a text");
        assertBrokenDays("{}", "daily_breakdown[0].date", "is missing");
    }

    @Test
    void numbers_that_count_nothing_are_refused() throws IOException {
        var day = "{\"date\": \"2026-01-01\", ";
        assertBrokenDays(day + "\"requests\": -3}", "daily_breakdown[0].requests", "must not be negative: -3");
        assertBrokenDays(day + "\"requests\": 1.5}", "daily_breakdown[0].requests", "must be a whole number, not 1.5");
        assertBrokenDays(day + "\"requests\": \"3\"}", "daily_breakdown[0].requests", "must be a whole number");
        assertBrokenDays(day + "\"requests\": 1000000000000001}", "daily_breakdown[0].requests", "is too large");
        assertBrokenDays(day + "\"cost_usd\": -0.1}", "daily_breakdown[0].cost_usd", "must not be negative: -0.1");
        assertBrokenDays(day + "\"cost_usd\": 1e99}", "daily_breakdown[0].cost_usd", "is too large");
        assertBrokenDays(day + "\"cost_usd\": \"1\"}", "daily_breakdown[0].cost_usd", "must be a number");
    }

    @Test
    void token_kinds_must_make_the_tokens_of_their_day() throws IOException {
        assertBrokenDays(
                "{\"date\": \"2026-01-01\", \"tokens\": 10, \"input_tokens\": 4, \"output_tokens\": 5}",
                "daily_breakdown[0].tokens",
                "says 10, but its kinds add up to 9");
    }

    @Test
    void totals_must_be_those_of_the_days() throws IOException {
        assertBrokenTool("\"total_requests\": 4", "total_requests", "says 4, but the days add up to 3");
        assertBrokenTool("\"total_tokens\": 4", "total_tokens", "says 4, but the days add up to –");
        assertBrokenTool("\"active_days\": 2", "active_days", "says 2, but the active days add up to 1");
    }

    @Test
    void projects_and_models_can_not_be_more_than_the_whole() throws IOException {
        assertBrokenTool(
                "\"top_projects\": [{\"name\": \"a\", \"requests\": 2}, {\"name\": \"b\", \"requests\": 2}]",
                "top_projects",
                "add up to 4 requests, but there are 3");
        assertBrokenTool(
                "\"top_projects\": [{\"name\": \"a\"}, {\"name\": \"a\"}]", "top_projects[1].name", "a stands twice");
        assertBrokenTool("\"top_projects\": [{\"name\": \"\"}]", "top_projects[0].name", "must not be empty");
        assertBrokenTool("\"top_projects\": [{\"name\": \"\\u0000\"}]", "top_projects[0].name", "NUL");
        assertBrokenDays(
                "{\"date\": \"2026-01-01\", \"requests\": 1, \"models\": [{\"name\": \"m\", \"requests\": 2}]}",
                "daily_breakdown[0].models",
                "add up to 2 requests, but there are 1");
    }

    private void assertBrokenDays(String days, String place, String problem) throws IOException {
        assertBroken(
                "{\"tools\": [{\"tool_name\": \"cursor\", \"last_90_days\": {\"daily_breakdown\": [" + days + "]}}]}",
                "tools[0].last_90_days." + place,
                problem);
    }

    private void assertBrokenTool(String field, String place, String problem) throws IOException {
        assertBroken("""
                {"tools": [{"tool_name": "cursor", "last_90_days": {
                  "daily_breakdown": [{"date": "2026-01-01", "requests": 3}], %s}}]}""".formatted(field), "tools[0].last_90_days." + place, problem);
    }

    private void assertBroken(String content, String place, String problem) throws IOException {
        var file = file(content);

        var broken = catchThrowableOfType(BrokenDemoData.class, () -> DemoData.of(file));

        assertThat(broken).as(content).isNotNull();
        assertThat(broken.place()).isEqualTo(place);
        assertThat(broken.problem()).contains(problem);
        assertThat(broken).hasMessage(place + ": " + broken.problem());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("demo.json"), content);
    }
}
