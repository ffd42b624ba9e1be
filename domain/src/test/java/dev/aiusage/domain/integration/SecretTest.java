package dev.aiusage.domain.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class SecretTest {

    private static final String TEXT = "vendor-key-0123456789-wxyz";

    @Test
    void only_revealing_gives_the_text() {
        assertThat(new Secret(TEXT).reveal()).isEqualTo(TEXT);
    }

    @Test
    void printing_shows_nothing_wherever_the_secret_stands() {
        var secret = new Secret(TEXT);
        record Connection(String name, Secret key) {}

        var printed = List.of(
                secret.toString(),
                "key: " + secret,
                List.of(secret).toString(),
                new Connection("a", secret).toString());

        assertThat(printed).allSatisfy(text -> assertThat(text).doesNotContain(TEXT, "vendor", "wxyz"));
    }

    @Test
    void equals_compares_the_whole_text() {
        assertThat(new Secret(TEXT)).isEqualTo(new Secret(TEXT));
        assertThat(new Secret(TEXT)).isNotEqualTo(new Secret(TEXT + " "));
        assertThat(new Secret(TEXT)).isNotEqualTo(new Secret(TEXT.toUpperCase(Locale.ROOT)));
        assertThat(new Secret("\ud800")).isNotEqualTo(new Secret("?"));
        assertThat(new Secret(TEXT)).isNotEqualTo(TEXT);
    }

    @Test
    void the_hash_tells_nothing_about_the_text() {
        assertThat(new Secret(TEXT).hashCode()).isEqualTo(new Secret("another").hashCode());
    }

    @Test
    void the_hint_is_the_last_four_characters() {
        assertThat(new Secret("sk-test-abcd").hint()).isEqualTo("…abcd");
        assertThat(new Secret("sk-test-abc\uD83D\uDD11").hint()).isEqualTo("…abc\uD83D\uDD11");
    }

    @Test
    void a_short_text_has_an_empty_hint() {
        assertThat(new Secret("sk-test-abc").hint()).isEqualTo("…");
        assertThat(new Secret("").hint()).isEqualTo("…");
        assertThat(new Secret("\uD83D\uDD11".repeat(11)).hint()).isEqualTo("…");
    }

    @Test
    void java_serialisation_refuses_it() {
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(new Secret(TEXT)))
                .isInstanceOf(NotSerializableException.class)
                .hasMessageNotContaining(TEXT);
    }

    @Test
    void mappers_find_no_property() {
        assertThat(Secret.class.getFields()).isEmpty();
        assertThat(Secret.class.getDeclaredFields())
                .allMatch(
                        field -> Modifier.isStatic(field.getModifiers()) || Modifier.isTransient(field.getModifiers()));
        assertThat(Arrays.stream(Secret.class.getMethods())
                        .filter(method -> method.getParameterCount() == 0)
                        .map(method -> method.getName()))
                .noneMatch(name -> name.startsWith("is"))
                .filteredOn(name -> name.startsWith("get"))
                .containsExactly("getClass");
    }
}
