package dev.aiusage.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiusage.application.StorageUnavailable;
import dev.aiusage.domain.user.UserId;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

final class UserTransactionsTest {

    private final UserId user = new UserId(UUID.randomUUID());
    private final UserTransactions transactions = new UserTransactions(TestServer.service(), TestServer.SCHEMA);

    @Test
    void a_database_that_gives_no_connection_is_unavailable() {
        var refusing = new UserTransactions(
                Connections.from(() -> {
                    throw new SQLException("no route");
                }),
                TestServer.SCHEMA);

        assertThatThrownBy(() -> refusing.read(user, DSLContext::selectOne))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("no route")
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void a_mistake_in_a_statement_is_a_mistake_of_ours_and_no_jooq_exception() {
        assertThatThrownBy(() -> transactions.write(user, sql -> sql.execute("selekt")))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseInstanceOf(SQLException.class)
                .isNotInstanceOf(DataAccessException.class);
    }

    @Test
    void a_connection_that_breaks_in_the_middle_is_unavailable_and_leaves_nothing() {
        assertThatThrownBy(() -> transactions.write(user, sql -> {
                    sql.execute("select ai_usage_note_user({0})", DSL.val(user.value()));
                    var pid = sql.fetchValue("select pg_backend_pid()", int.class);
                    TestServer.execute(TestServer.superuser(), "select pg_terminate_backend(" + pid + ")");
                    return sql.fetch("select 1");
                }))
                .isInstanceOf(StorageUnavailable.class);

        assertThat(profiles()).isZero();
    }

    @Test
    void work_that_throws_leaves_nothing_and_its_exception_arrives() {
        assertThatThrownBy(() -> transactions.write(user, sql -> {
                    sql.execute("select ai_usage_note_user({0})", DSL.val(user.value()));
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("changed my mind");

        assertThat(profiles()).isZero();
    }

    @Test
    void a_transaction_for_reading_writes_nothing() {
        assertThatThrownBy(() -> transactions.read(user, sql -> sql.execute("delete from ai_usage_metrics")))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void all_statements_of_a_reading_transaction_see_the_same_moment() {
        var others = new UserTransactions(TestServer.service(), TestServer.SCHEMA);

        transactions.read(user, sql -> {
            assertThat(sql.fetchCount(sql.selectFrom("user_profiles"))).isZero();
            others.write(user, other -> other.execute("select ai_usage_note_user({0})", DSL.val(user.value())));
            assertThat(sql.fetchCount(sql.selectFrom("user_profiles"))).isZero();
            return sql;
        });

        assertThat(profiles()).isOne();
    }

    @Test
    void work_in_the_background_has_no_more_transactions_at_once_than_it_may() {
        var background = transactions.atMost(2);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var two = new CyclicBarrier(2);

        var all = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> background.read(user, sql -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            meet(two);
                            sql.execute("select pg_sleep(0.05)");
                            return now.decrementAndGet();
                        }),
                        work -> new Thread(work).start()))
                .toList();
        all.forEach(CompletableFuture::join);

        assertThat(most).hasValue(2);
    }

    @Test
    void work_in_the_background_that_is_interrupted_while_it_waits_ends_as_if_the_storage_were_away() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> transactions.atMost(1).read(user, DSLContext::selectOne))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }

    private int profiles() {
        return transactions.read(user, sql -> sql.fetchCount(sql.selectFrom("user_profiles")));
    }
}
