package dev.aiusage.providers.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiusage.domain.usage.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/home/ada/shop | shop",
                "/home/ada/shop// | shop",
                "C:\\Users\\ada\\shop | shop",
                "C:\\Users\\ada\\shop\\ | shop",
                "shop | shop",
                "C:\\ | C:",
                "/ | ''",
                "/tmp/.hidden | .hidden",
            })
    void a_project_is_called_like_its_directory(String directory, String project) {
        assertThat(Labels.project(directory).text()).isEqualTo(project);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a/App.java | Java",
                "/a/APP.JAVA | Java",
                "C:\\b\\view.tsx | TypeScript",
                "/a/types.d.ts | TypeScript",
                "/a/build.gradle.kts | Kotlin",
                "/a/Dockerfile | Dockerfile",
                "/a/x.ipynb | Jupyter Notebook",
                "/a/x.weird | weird",
                "/a/x.c++ | ''",
                "/a/x.averylongsuffix | ''",
                "/a/.gitignore | ''",
                "/a/java | ''",
                "/a/x. | ''",
                "/ | ''",
            })
    void a_language_is_known_by_the_name_of_a_file(String path, String language) {
        assertThat(Languages.ofFile(path).text()).isEqualTo(language);
    }

    @Test
    void what_is_absent_has_no_label() {
        assertThat(Labels.of(null)).isEqualTo(Label.NONE);
        assertThat(Labels.project(null)).isEqualTo(Label.NONE);
        assertThat(Languages.ofFile(null)).isEqualTo(Label.NONE);
    }

    @Test
    void whole_characters_beyond_the_basic_plane_stay() {
        assertThat(Labels.of("a\uD83D\uDE00").text()).isEqualTo("a\uD83D\uDE00");
    }
}
