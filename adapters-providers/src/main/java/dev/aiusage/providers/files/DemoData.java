package dev.aiusage.providers.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.usage.UsageDay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Usage to look at before anything is connected: three tools over 90 days, or what another file of that shape says. The file
 * has fixed dates; they are moved so that the last one is today.
 */
public final class DemoData {

    private static final String BUILT_IN = "/demo/ai_usage_data.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<DemoTool> tools;

    private DemoData(List<DemoTool> tools) {
        this.tools = tools;
    }

    public static DemoData builtIn() {
        try (var file = DemoData.class.getResourceAsStream(BUILT_IN)) {
            if (file == null) {
                throw new IllegalStateException("missing from the program: " + BUILT_IN);
            }
            return new DemoData(read("built-in demo data", file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable in the program: " + BUILT_IN, unreadable);
        }
    }

    /**
     * Reads and checks another file.
     *
     * @throws BrokenDemoData if it can't be read, or does not add up
     */
    public static DemoData of(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new DemoData(read(file.toString(), bytes));
        } catch (NoSuchFileException missing) {
            throw new BrokenDemoData(file.toString(), "there is no such file");
        } catch (IOException unreadable) {
            throw new BrokenDemoData(file.toString(), "can't be read: " + unreadable.getMessage());
        }
    }

    /** Every tool of the file, its dates moved so that the file's last date is this one. */
    public List<DemoTool> tools(LocalDate today) {
        var lastDate = tools.stream()
                .flatMap(tool -> tool.days().stream())
                .map(UsageDay::date)
                .max(Comparator.naturalOrder())
                .orElse(today);
        var shift = ChronoUnit.DAYS.between(lastDate, today);
        return tools.stream()
                .map(tool -> new DemoTool(tool.tool(), moved(tool.days(), shift)))
                .toList();
    }

    private static List<UsageDay> moved(List<UsageDay> days, long shift) {
        return days.stream()
                .filter(day -> day.measures().isActivity()
                        || day.measures().cost().nanoDollars().isPositive())
                .map(day -> new UsageDay(day.date().plusDays(shift), day.measures(), day.breakdowns()))
                .toList();
    }

    private static List<DemoTool> read(String name, InputStream file) throws IOException {
        var tools = new ArrayList<DemoTool>();
        var seen = new HashSet<Tool>();
        var places = DemoJson.of(parse(name, file)).required("tools");
        for (var place : places.items()) {
            var tool = DemoToolReader.read(place);
            if (!seen.add(tool.tool())) {
                throw place.required("tool_name").broken(tool.tool().slug() + " stands twice");
            }
            tools.add(tool);
        }
        if (tools.isEmpty()) {
            throw places.broken("must not be empty");
        }
        return tools;
    }

    private static JsonNode parse(String name, InputStream file) throws IOException {
        try {
            return JSON.readTree(file);
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            var line = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new BrokenDemoData(name, "is not JSON: " + malformed.getOriginalMessage() + line);
        }
    }
}
