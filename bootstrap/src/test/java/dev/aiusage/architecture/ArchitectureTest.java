package dev.aiusage.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.aiusage");

    private static final JavaClasses PLANTED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("dev.aiusage")
            .that(com.tngtech.archunit.base.DescribedPredicate.describe("planted", ArchitectureTest::isPlanted));

    static Stream<Arguments> rules() {
        return Arrays.stream(Rules.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> Arguments.of(field.getName(), valueOf(field)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_code_keeps_the_rule(String name, ArchRule rule) {
        rule.check(OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_finds_the_planted_sinner(String name, ArchRule rule) {
        assertThatThrownBy(() -> rule.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted");
    }

    @ParameterizedTest
    @MethodSource("layers")
    void every_layer_is_looked_at(String layer) {
        assertThat(OURS.stream().filter(one -> one.getPackageName().startsWith(layer)))
                .isNotEmpty();
    }

    static Stream<String> layers() {
        return Stream.of(
                "dev.aiusage.domain",
                "dev.aiusage.application",
                "dev.aiusage.http",
                "dev.aiusage.http.authentication",
                "dev.aiusage.persistence.postgres",
                "dev.aiusage.persistence.memory",
                "dev.aiusage.persistence.encryption",
                "dev.aiusage.providers",
                "dev.aiusage.db",
                "dev.aiusage.server");
    }

    private static boolean isPlanted(JavaClass one) {
        return one.getPackageName().contains(".planted");
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
