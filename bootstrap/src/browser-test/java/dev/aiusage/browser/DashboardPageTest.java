package dev.aiusage.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.aiusage.testing.Program;
import dev.aiusage.testing.RunningProgram;
import dev.aiusage.testing.Transcript;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a reader sees it, by the real service, in a real browser. */
class DashboardPageTest {

    private static final int WIDE = 1400;

    @TempDir
    private static Path directory;

    private static Chromium chromium;
    private static RunningProgram demo;

    private Visit visit;

    @BeforeAll
    static void start_browser_and_demo() throws Exception {
        chromium = Chromium.launch();
        demo = Program.in(directory).with("USE_MOCK_DATA", "true").serve();
    }

    @AfterAll
    static void stop_them() {
        demo.close();
        chromium.close();
    }

    @BeforeEach
    void begin_a_visit() {
        visit = Visit.of(chromium.browser(), WIDE, 830);
    }

    @AfterEach
    void nothing_was_refused_or_broken() {
        visit.close();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void the_demo_shows_its_figures() {
        var page = visit.open(demo.address());

        assertThat(page.locator("#total-interactions")).hasText("4,208");
        assertThat(page.locator("#total-days")).hasText("67");
        assertThat(page.locator("#total-tool")).hasText("Claude Code");
        assertThat(page.locator("#heatmap .day-cell")).hasCount(90);
        assertThat(page.locator("#tools > li")).hasCount(3);
        assertThat(page.locator("#empty")).isHidden();
        assertThat(page.locator("#problem")).isHidden();
    }

    @Test
    void the_range_picker_changes_address_and_numbers_and_back_restores_them() {
        var page = visit.open(demo.address());

        page.locator("#ranges [data-days='30']").click();
        assertThat(page.locator("#heatmap .day-cell")).hasCount(30);
        assertThat(page).hasURL(Pattern.compile(".*[?]days=30"));
        assertThat(page.locator("#total-interactions")).not().hasText("4,208");

        page.goBack();
        assertThat(page.locator("#heatmap .day-cell")).hasCount(90);
        assertThat(page.locator("#total-interactions")).hasText("4,208");
    }

    @Test
    void an_address_with_a_range_opens_on_it() {
        var page = visit.open(demo.address().resolve("/?days=7"));

        assertThat(page.locator("#heatmap .day-cell")).hasCount(7);
        assertThat(page.locator("#ranges [aria-current]")).hasAttribute("data-days", "7");
    }

    @Test
    void an_empty_home_says_what_to_do_and_then_shows_what_came(@TempDir Path empty) throws Exception {
        try (var service = memory(empty)) {
            var page = visit.open(service.address());
            assertThat(page.locator("#empty")).isVisible();
            assertThat(page.locator("#empty")).containsText("~/.claude/projects");
            assertThat(page.locator("#empty-curl")).containsText(service.address() + "/api/ai-usage/import");
            assertThat(page.locator("#dashboard")).isHidden();

            service.importText(Transcript.recent("browser", 5).text());
            page.reload();
            assertThat(page.locator("#empty")).isHidden();
            assertThat(page.locator("#total-interactions")).hasText("5");
        }
    }

    @Test
    void hostile_names_are_text(@TempDir Path empty) throws Exception {
        var name = "<img src=x onerror=alert(1)>";
        try (var service = memory(empty)) {
            service.importText(
                    Transcript.recent("hostile", 5).in("/home/ada/" + name).text());

            var page = visit.open(service.address());

            assertThat(page.locator("#projects")).containsText(name);
            assertThat(page.locator("#projects img, #tools img")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, WIDE})
    void no_width_makes_the_page_scroll_sideways(int width) {
        try (var phone = Visit.of(chromium.browser(), width, 800)) {
            var page = phone.open(demo.address());

            assertThat(page.locator("#heatmap .day-cell")).hasCount(90);
            assertThat(scrolledSideways(page)).isZero();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    /** The README's picture: to be copied from target, after somebody has looked at it. */
    @Test
    void it_can_be_photographed() {
        var picture = Path.of(System.getProperty("screenshot", "target/screenshots/dashboard.png"));
        var page = visit.open(demo.address());
        assertThat(page.locator("#heatmap .day-cell")).hasCount(90);
        page.evaluate("document.fonts.ready");

        var image = page.screenshot(new Page.ScreenshotOptions().setPath(picture));

        assertThat(image).hasSizeGreaterThan(20_000);
        assertThat(picture).exists();
    }

    private static int scrolledSideways(Page page) {
        return (int) page.evaluate("() => { scrollTo(500, 0); return Math.round(scrollX); }");
    }

    private static RunningProgram memory(Path directory) throws Exception {
        return Program.in(directory)
                .with("STORAGE", "memory")
                .with("SCAN_LOCAL_LOGS", "false")
                .serve();
    }
}
