package dev.aiusage.server.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aiusage.application.dashboard.DashboardWarning;
import dev.aiusage.application.dashboard.ShownDashboard;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.Measures;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Usage as JSON, for programs. What is not known is null. */
public final class UsageJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private UsageJson() {}

    /** A day's usage, with its parts by model and tool, and the same for all days. */
    public static String daily(ShownDashboard shown) {
        return text(new Daily(
                UsageSum.byDay(shown.dashboard()).entrySet().stream()
                        .map(day -> Day.of(day.getKey().toString(), day.getValue()))
                        .toList(),
                Totals.of(UsageSum.of(shown.dashboard())),
                warnings(shown)));
    }

    /** Usage by something, and its total. */
    public static String report(ShownDashboard shown, By by) {
        var range = shown.dashboard().range();
        return text(new Report(
                by.slug(),
                range.from().toString(),
                range.to().toString(),
                shown.dashboard().zone().getId(),
                by.rows(shown.dashboard()).stream().map(Row::of).toList(),
                Totals.of(UsageSum.of(shown.dashboard())),
                warnings(shown)));
    }

    private record Daily(List<Day> daily, Totals totals, List<Map<String, Object>> warnings) {}

    private record Report(
            String by,
            String from,
            String to,
            String timezone,
            List<Row> rows,
            Totals totals,
            List<Map<String, Object>> warnings) {}

    private record Day(
            String date,
            @Nullable Long requests,
            Tokens tokens,
            @Nullable Long totalTokens,
            @Nullable BigDecimal costUsd,
            List<Model> models,
            List<ToolPart> tools) {

        static Day of(String date, UsageSum sum) {
            var totals = Totals.of(sum);
            return new Day(
                    date,
                    totals.requests,
                    totals.tokens,
                    totals.totalTokens,
                    totals.costUsd,
                    totals.models,
                    totals.tools);
        }
    }

    private record Totals(
            @Nullable Long requests,
            Tokens tokens,
            @Nullable Long totalTokens,
            @Nullable BigDecimal costUsd,
            List<Model> models,
            List<ToolPart> tools) {

        static Totals of(UsageSum sum) {
            var measures = sum.measures();
            return new Totals(
                    measures.requests().count().orNull(),
                    Tokens.of(measures),
                    measures.tokens().total().orNull(),
                    cost(measures),
                    sum.models().stream().map(Model::of).toList(),
                    sum.tools().stream().map(ToolPart::of).toList());
        }
    }

    private record Row(
            @Nullable String name,
            @Nullable Long requests,
            Tokens tokens,
            @Nullable Long totalTokens,
            @Nullable BigDecimal costUsd) {

        static Row of(Named named) {
            var measures = named.measures();
            return new Row(
                    named.name().isEmpty() ? null : named.name(),
                    measures.requests().count().orNull(),
                    Tokens.of(measures),
                    measures.tokens().total().orNull(),
                    cost(measures));
        }
    }

    private record Model(
            String name,
            @Nullable Long requests,
            Tokens tokens,
            @Nullable BigDecimal costUsd) {

        static Model of(Named named) {
            var measures = named.measures();
            return new Model(named.name(), measures.requests().count().orNull(), Tokens.of(measures), cost(measures));
        }
    }

    private record ToolPart(
            String toolName,
            String name,
            @Nullable Long requests,
            Tokens tokens,
            @Nullable BigDecimal costUsd) {

        static ToolPart of(Named named) {
            var measures = named.measures();
            return new ToolPart(
                    named.name(),
                    new Tool(named.name()).displayName(),
                    measures.requests().count().orNull(),
                    Tokens.of(measures),
                    cost(measures));
        }
    }

    private record Tokens(
            @Nullable Long input,
            @Nullable Long output,
            @Nullable Long cacheRead,
            @Nullable Long cacheCreation) {

        static Tokens of(Measures measures) {
            var tokens = measures.tokens();
            return new Tokens(
                    tokens.input().orNull(),
                    tokens.output().orNull(),
                    tokens.cacheRead().orNull(),
                    tokens.cacheCreation().orNull());
        }
    }

    private static @Nullable BigDecimal cost(Measures measures) {
        return measures.cost().dollars().orElse(null);
    }

    private static List<Map<String, Object>> warnings(ShownDashboard shown) {
        return shown.warnings().stream().map(UsageJson::warning).toList();
    }

    private static Map<String, Object> warning(DashboardWarning warning) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", warning.code());
        fields.put("detail", warning.detail());
        if (warning instanceof DashboardWarning.Unpriced unpriced) {
            fields.put("model", unpriced.unpriced().model().text());
            fields.put("requests", unpriced.unpriced().requests());
            fields.put("tool_name", unpriced.unpriced().tool().slug());
        }
        return fields;
    }

    private static String text(Object view) {
        try {
            return MAPPER.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("usage can't be written as JSON", impossible);
        }
    }
}
