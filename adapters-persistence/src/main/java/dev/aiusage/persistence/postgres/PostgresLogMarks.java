package dev.aiusage.persistence.postgres;

import static dev.aiusage.db.jooq.tables.AiUsageLogFiles.AI_USAGE_LOG_FILES;

import dev.aiusage.application.importing.ReadPosition;
import dev.aiusage.application.scanning.KnownMarks;
import dev.aiusage.application.scanning.LogFileId;
import dev.aiusage.application.scanning.LogMark;
import dev.aiusage.application.scanning.LogMarks;
import dev.aiusage.application.usage.HistoryId;
import dev.aiusage.db.jooq.tables.records.AiUsageLogFilesRecord;
import dev.aiusage.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

public final class PostgresLogMarks implements LogMarks {

    private static final String UPSERT = """
            insert into {0} (user_id, {1})
            select {2}, fresh.* from unnest({3}) as fresh
            on conflict (user_id, file_id) do update set {4}
            """;
    private static final List<Column<Map.Entry<LogFileId, LogMark>, ?>> COLUMNS = List.of(
            new Column<>(AI_USAGE_LOG_FILES.FILE_ID, entry -> entry.getKey().value()),
            new Column<>(
                    AI_USAGE_LOG_FILES.READ_BYTES,
                    entry -> entry.getValue().position().offset()),
            new Column<>(
                    AI_USAGE_LOG_FILES.READ_ROWS,
                    entry -> entry.getValue().position().rows()),
            new Column<>(AI_USAGE_LOG_FILES.FILE_SIZE, entry -> entry.getValue().size()),
            new Column<>(
                    AI_USAGE_LOG_FILES.FILE_MODIFIED_AT,
                    entry -> entry.getValue().modifiedAt()),
            new Column<>(
                    AI_USAGE_LOG_FILES.READER_VERSION, entry -> entry.getValue().readerVersion()));

    private final UserTransactions transactions;

    public PostgresLogMarks(UserTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public KnownMarks of(UserId user) {
        return transactions.write(user, sql -> {
            // The history first: marks that go with it are not taken for those of the next one.
            var history = new HistoryRows(sql, user).current();
            var marks = sql.selectFrom(AI_USAGE_LOG_FILES)
                    .where(AI_USAGE_LOG_FILES.USER_ID.eq(user.value()))
                    .fetchMap(row -> new LogFileId(row.getFileId()), PostgresLogMarks::read);
            return new KnownMarks(history, marks);
        });
    }

    @Override
    public void keep(UserId user, HistoryId history, Map<LogFileId, LogMark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        // Always in the same order, so that two workers with the same files do not wait for each other.
        var rows = marks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(LogFileId::value)))
                .toList();
        transactions.write(user, sql -> new HistoryRows(sql, user).holds(history) ? upsert(rows, user, sql) : 0);
    }

    private static int upsert(List<Map.Entry<LogFileId, LogMark>> rows, UserId user, DSLContext sql) {
        return sql.execute(
                UPSERT,
                AI_USAGE_LOG_FILES,
                Column.names(COLUMNS),
                DSL.val(user.value()),
                Column.arrays(COLUMNS, rows),
                Column.excluded(COLUMNS));
    }

    private static LogMark read(AiUsageLogFilesRecord row) {
        var position = new ReadPosition(row.getReadBytes(), row.getReadRows());
        return new LogMark(row.getFileSize(), row.getFileModifiedAt(), position, row.getReaderVersion());
    }
}
