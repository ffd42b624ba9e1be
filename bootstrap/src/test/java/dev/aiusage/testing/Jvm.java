package dev.aiusage.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How to start another Java like the one that runs the tests. */
public final class Jvm {

    private Jvm() {}

    /** With the class path of the tests. */
    public static List<String> command(String... mainAndArguments) {
        return command(SharedClasses.ofThisRun().options(), mainAndArguments);
    }

    /** With the part of the class path that is wanted. */
    public static List<String> command(Predicate<String> onClassPath, String... mainAndArguments) {
        var classPath = Stream.of(classPath().split(File.pathSeparator))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
        return command(Stream.of("-cp", classPath), mainAndArguments);
    }

    static List<String> command(Stream<String> classes, String... mainAndArguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A small heap and no second compiler: these live for seconds, and several at once.
        var options = Stream.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC");
        return Stream.of(options, classes, Stream.of(mainAndArguments))
                .flatMap(part -> part)
                .toList();
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
