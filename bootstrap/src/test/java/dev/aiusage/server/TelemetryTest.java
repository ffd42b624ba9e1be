package dev.aiusage.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.testing.InstrumentedTool;
import dev.aiusage.testing.InstrumentedTool.Encoding;
import dev.aiusage.testing.InstrumentedTool.Turned;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.TelemetryRelay;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients with the real SDK, a bad network, and the service as it runs at a developer's. */
class TelemetryTest {

    private static final int ROUNDS = 5;
    private static final Map<String, AggregationTemporalitySelector> TEMPORALITIES = Map.of(
            "delta", AggregationTemporalitySelector.deltaPreferred(),
            "cumulative", AggregationTemporalitySelector.alwaysCumulative());

    @TempDir
    private Path directory;

    private final Random random = new Random(20261124);
    private final Turned clock =
            new Turned(Instant.now().minus(30, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS));
    private long input;
    private long output;
    private long cacheRead;
    private long cacheCreation;
    private long quarterDollars;
    private long lines;
    private long accepted;
    private long rejected;
    private long requests;

    @Test
    void totals_are_exact_in_any_encoding_and_temporality_whatever_is_repeated_shuffled_or_restarted()
            throws Exception {
        var program = Program.settledIn(directory).with("SCAN_LOCAL_LOGS", "false");
        try (var relay = new TelemetryRelay()) {
            runTools(relay, "first");
            runTools(relay, "second");
            try (var service = program.serve()) {
                relay.deliver(relay.parcels() / 2, service, random);
                service.kill();
            }
            try (var service = program.serve()) {
                relay.deliver(relay.parcels(), service, random);
                assertTotals(service);
            }
        }
    }

    /** In every combination, each in a session that goes on in the next run of the tool. */
    private void runTools(TelemetryRelay relay, String run) {
        for (var encoding : Encoding.values()) {
            for (var temporality : TEMPORALITIES.entrySet()) {
                var session = encoding + " " + temporality.getKey();
                try (var tool = new InstrumentedTool(session, relay, encoding, temporality.getValue(), clock)) {
                    for (var round = 0; round < ROUNDS; round++) {
                        work(tool, run + " " + session + " " + round);
                        clock.advance(Duration.ofMinutes(7));
                        tool.export();
                    }
                }
                clock.advance(Duration.ofSeconds(random.nextInt(900)));
            }
        }
    }

    private void work(InstrumentedTool tool, String request) {
        for (var call = random.nextInt(3); call >= 0; call--) {
            input += counted(tool, "input", 1_000);
            output += counted(tool, "output", 300);
            cacheRead += counted(tool, "cacheRead", 50_000);
            cacheCreation += counted(tool, "cacheCreation", 2_000);
            var quarters = random.nextInt(5);
            tool.countCost(quarters / 4.0);
            quarterDollars += quarters;
        }
        var added = random.nextInt(50);
        tool.countLines(added);
        lines += added;
        if (random.nextInt(3) > 0) {
            tool.countDecision("accept");
            accepted++;
        } else {
            tool.countDecision("reject");
            rejected++;
        }
        tool.measureByConventions(12_345);
        tool.tellOfRequest("req " + request, 100, 10);
        input += 100;
        output += 10;
        requests++;
    }

    private long counted(InstrumentedTool tool, String type, int most) {
        var count = random.nextInt(most);
        tool.countTokens(type, count);
        return count;
    }

    private void assertTotals(RunningProgram service) throws Exception {
        var tools = service.dashboard().path("tools");
        assertThat(tools).hasSize(1);
        var tool = tools.path(0);
        assertThat(tool.path("tool_name").asText()).isEqualTo("claude_code");
        assertThat(tool.path("tokens").path("input").asLong()).isEqualTo(input);
        assertThat(tool.path("tokens").path("output").asLong()).isEqualTo(output);
        assertThat(tool.path("tokens").path("cache_read").asLong()).isEqualTo(cacheRead);
        assertThat(tool.path("tokens").path("cache_creation").asLong()).isEqualTo(cacheCreation);
        assertThat(tool.path("lines_of_code").asLong()).isEqualTo(lines);
        assertThat(tool.path("cost_usd").decimalValue())
                .isEqualByComparingTo(String.valueOf((quarterDollars * 250 + requests) / 1000.0));
        assertThat(tool.path("total_requests").asLong()).isEqualTo(requests + accepted + rejected);
        assertThat(tool.path("acceptance_rate").asDouble())
                .isEqualTo((double) accepted / (accepted + rejected), Offset.offset(1e-4));

        var today = LocalDate.now(ZoneOffset.UTC);
        var series = service.get(
                "/api/ai-usage/metrics?timezone=UTC&group_by=project&from=" + today.minusDays(5) + "&to=" + today);
        var projects = sums(new ObjectMapper().readTree(series.body()));
        assertThat(projects).containsExactly(Map.entry("shop", input + output + cacheRead + cacheCreation));
    }

    private static Map<String, Long> sums(JsonNode series) {
        var sums = new TreeMap<String, Long>();
        series.path("series")
                .forEach(one -> one.path("points")
                        .forEach(point -> sums.merge(
                                one.path("name").asText(), point.path("tokens").asLong(), Long::sum)));
        return sums;
    }
}
