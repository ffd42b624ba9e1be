package dev.aiusage.server.commands;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Statements out of a text, compiled as a host's method would be. */
final class JavaSnippet extends SimpleJavaFileObject {

    private static final String HOST = """
            import dev.aiusage.*;
            import dev.aiusage.application.dashboard.*;
            import dev.aiusage.domain.user.*;
            import java.time.*;
            import javax.sql.DataSource;

            class Snippet {
                void host(DataSource dataSource, UserId user) {
                    %s
                }
            }
            """;

    private final String source;

    private JavaSnippet(String statements) {
        super(URI.create("string:///Snippet.java"), Kind.SOURCE);
        this.source = HOST.formatted(statements);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }

    /** What the compiler has against it. */
    static List<String> complaints(String statements, Path output) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var options = List.of("-proc:none", "-cp", classPath, "-d", output.toString());
        try (var files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            compiler.getTask(null, files, found, options, null, List.of(new JavaSnippet(statements)))
                    .call();
        }
        return found.getDiagnostics().stream()
                .map(one -> one.getMessage(Locale.ROOT))
                .toList();
    }
}
