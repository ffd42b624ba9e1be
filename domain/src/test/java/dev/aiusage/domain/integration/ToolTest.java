package dev.aiusage.domain.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ToolTest {

    @ParameterizedTest
    @CsvSource({
        "claude_code, Claude Code",
        "cursor, Cursor",
        "github_copilot, GitHub Copilot",
        "anthropic_api, Anthropic API",
        "openai, OpenAI",
        "codex, Codex",
        "gemini_cli, Gemini CLI"
    })
    void tools_known_by_name_show_it(String slug, String name) {
        assertThat(new Tool(slug).displayName()).isEqualTo(name);
        assertThat(new Tool(slug).isKnown()).isTrue();
        assertThat(Tool.known()).contains(new Tool(slug)).hasSize(7).isSorted();
    }

    @Test
    void other_tools_are_welcome_and_show_a_name_made_of_their_slug() {
        var tool = Tool.named("my_own__tool_2");

        assertThat(tool.isKnown()).isFalse();
        assertThat(tool.displayName()).isEqualTo("My Own Tool 2");
    }

    @Test
    void aliases_enter_and_only_slugs_leave() {
        assertThat(Tool.named("cursor_ai").slug()).isEqualTo("cursor");
        assertThat(Tool.named("copilot").slug()).isEqualTo("github_copilot");
        assertThat(Tool.named("codex").slug()).isEqualTo("codex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a1", "a_", "a23456789012345678901234567890123456789012345678_0"})
    void a_slug_has_2_to_50_small_letters_digits_and_underscores(String slug) {
        assertThat(Tool.isSlug(slug)).isTrue();
        assertThat(new Tool(slug)).hasToString(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1a",
                "_a",
                "A1",
                "claude-code",
                "claude code",
                "é1",
                "ab\n",
                "a23456789012345678901234567890123456789012345678_01"
            })
    void anything_else_is_no_slug(String text) {
        assertThat(Tool.isSlug(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Tool.named(text));
    }

    @Test
    void the_whole_organization_is_wider_than_an_account_of_it_and_nothing_else_is() {
        var whole = new Scope("acme", "");
        var person = new Scope("acme", "ada@acme.example");

        assertThat(whole.isWiderThan(person)).isTrue();
        assertThat(person.isWiderThan(whole)).isFalse();
        assertThat(whole.isWiderThan(whole)).isFalse();
        assertThat(whole.isWiderThan(new Scope("other", "ada@acme.example"))).isFalse();
        assertThat(person.isWiderThan(new Scope("acme", "bob@acme.example"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void every_method_has_a_name_to_the_outside(IntegrationMethod method) {
        assertThat(IntegrationMethod.of(method.slug())).isEqualTo(method);
    }
}
