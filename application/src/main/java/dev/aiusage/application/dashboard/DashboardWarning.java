package dev.aiusage.application.dashboard;

import dev.aiusage.domain.dashboard.UnpricedModel;
import java.util.List;

/** Why the numbers may not be all. A closed family, each case with a code that callers can tell it by. */
public sealed interface DashboardWarning {

    /** A word in snake_case that never changes. */
    String code();

    /** A sentence for people. */
    String detail();

    /** Local logs are being read for the first time since the start; more numbers will come. */
    record ScanInProgress() implements DashboardWarning {
        @Override
        public String code() {
            return "scan_in_progress";
        }

        @Override
        public String detail() {
            return "Local logs are still being read; the numbers will grow.";
        }
    }

    /** A model whose price nobody listed: counted, without cost. */
    record Unpriced(UnpricedModel unpriced) implements DashboardWarning {
        @Override
        public String code() {
            return "unpriced_model";
        }

        @Override
        public String detail() {
            return "No list price is known for " + unpriced.model() + ": its requests are counted, their cost is not.";
        }
    }

    /** Local logs that could not be read to their end, each as "file: reason". */
    record UnreadableFiles(List<String> files) implements DashboardWarning {
        public UnreadableFiles {
            files = List.copyOf(files);
        }

        @Override
        public String code() {
            return "unreadable_log_files";
        }

        @Override
        public String detail() {
            return files.size() + " local logs could not be read, first: "
                    + files.stream().findFirst().orElse("–");
        }
    }

    /** Lines of local logs that could not be read, with a few examples ("file:line: reason"). */
    record UnreadableLines(long lines, List<String> examples) implements DashboardWarning {
        public UnreadableLines {
            examples = List.copyOf(examples);
        }

        @Override
        public String code() {
            return "unreadable_log_lines";
        }

        @Override
        public String detail() {
            return lines + " lines of local logs could not be read, first: "
                    + examples.stream().findFirst().orElse("–");
        }
    }
}
