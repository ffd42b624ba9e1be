package dev.aiusage.server.rotation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Patience;
import dev.aiusage.testing.UserToken;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Users who connect, look, change and disconnect again and again, now by one instance, now by another. */
final class Traffic {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 150;

    /** Which key each integration must open with that is still connected at the end. */
    final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    final Queue<String> failures = new ConcurrentLinkedQueue<>();
    final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger rounds = new AtomicInteger();
    private final List<Instance> instances;
    private final ScheduledExecutorService users;
    private final List<Future<?>> repeated = new ArrayList<>();

    record Kept(UserId user, String key) {}

    private Traffic(List<Instance> instances, int users) {
        this.instances = instances;
        this.users = Executors.newScheduledThreadPool(users);
    }

    static Traffic begin(List<Instance> instances, int users) {
        var traffic = new Traffic(instances, users);
        for (var number = 0; number < users; number++) {
            var user = new UserId(UUID.randomUUID());
            traffic.repeated.add(traffic.users.scheduleWithFixedDelay(
                    () -> traffic.round(user), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        }
        return traffic;
    }

    /** However fast the rest is: until a few more rounds have begun. */
    void goOn() {
        var enough = rounds.get() + 2 * repeated.size();
        Patience.until("traffic", () -> rounds.get() >= enough);
    }

    void end() throws InterruptedException {
        repeated.forEach(rounds -> rounds.cancel(false));
        users.shutdown();
        if (!users.awaitTermination(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("a request hangs");
        }
    }

    private void round(UserId user) {
        try {
            round(user, rounds.incrementAndGet());
        } catch (Exception failed) {
            failures.add(failed.toString());
        }
    }

    private void round(UserId user, int number) throws Exception {
        var name = "traffic-" + number;
        var made = ask(user, 201, "connect", json("POST", body(name, "crsr_first_" + name)));
        var id = UUID.fromString(
                JSON.readTree(made.body()).path("integration_id").asText());
        ask(user, 200, "integrations", HttpRequest.Builder::GET);
        ask(user, 200, "integrations/" + id, json("PATCH", "{\"api_key\":\"crsr_second_" + name + "\"}"));
        ask(user, 200, "dashboard?days=7", HttpRequest.Builder::GET);
        if (number % 10 == 0) {
            kept.put(id, new Kept(user, "crsr_second_" + name));
        } else {
            ask(user, 204, "integrations/" + id, HttpRequest.Builder::DELETE);
        }
    }

    private static String body(String account, String key) {
        return "{\"provider\":\"cursor\",\"account\":\"" + account + "\",\"api_key\":\"" + key + "\"}";
    }

    private static Function<HttpRequest.Builder, HttpRequest.Builder> json(String method, String body) {
        return request ->
                request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> ask(
            UserId user, int expected, String path, Function<HttpRequest.Builder, HttpRequest.Builder> request)
            throws InterruptedException {
        for (var turn = requests.incrementAndGet(); ; turn++) {
            var instance = instances.get(turn % instances.size());
            var answer = instance.ask(
                    path, builder -> request.apply(builder).header("Authorization", "Bearer " + UserToken.of(user)));
            if (answer.isPresent()) {
                if (answer.get().statusCode() != expected) {
                    failures.add(path + " " + answer.get().statusCode() + " "
                            + answer.get().body());
                }
                return answer.get();
            }
        }
    }
}
