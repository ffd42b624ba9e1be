package dev.aiusage.providers.example;

import dev.aiusage.application.syncing.UsageVendor;
import dev.aiusage.application.syncing.VendorAccess;
import dev.aiusage.application.syncing.VendorAccount;
import dev.aiusage.application.syncing.VendorFailure;
import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.Cost;
import dev.aiusage.domain.usage.CostBasis;
import dev.aiusage.domain.usage.Count;
import dev.aiusage.domain.usage.Dimension;
import dev.aiusage.domain.usage.Label;
import dev.aiusage.domain.usage.Measures;
import dev.aiusage.domain.usage.RequestBasis;
import dev.aiusage.domain.usage.RequestCount;
import dev.aiusage.domain.usage.TokenCount;
import dev.aiusage.domain.usage.UsageDay;
import dev.aiusage.providers.calls.DayBook;
import dev.aiusage.providers.calls.DayWindows;
import dev.aiusage.providers.calls.FailedAnswer;
import dev.aiusage.providers.calls.Hosts;
import dev.aiusage.providers.calls.JsonFields;
import dev.aiusage.providers.calls.JsonRows;
import dev.aiusage.providers.calls.Pace;
import dev.aiusage.providers.calls.Pages;
import dev.aiusage.providers.calls.RetryAfter;
import dev.aiusage.providers.calls.Vendor;
import dev.aiusage.providers.calls.VendorCalls;
import dev.aiusage.providers.calls.VendorJson;
import dev.aiusage.providers.calls.VendorWeb;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A team's usage at Pairly, or one member's part of it. */
public final class PairlyUsage implements UsageVendor {

    private final VendorWeb web;
    private final HttpUrl base;
    private final Vendor vendor;

    public PairlyUsage(VendorWeb web, HttpUrl base) {
        this.web = web;
        this.base = base;
        this.vendor = new Vendor("Pairly", Hosts.only(base), Pace.perMinute(60), this::failure);
    }

    @Override
    public Tool tool() {
        return new Tool("pairly");
    }

    @Override
    public VendorAccess open(VendorAccount account) {
        var access = new Access(this, web.calls(vendor, account.key()), account);
        access.page(today(), Optional.empty());
        return access;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(web.clock().instant(), ZoneOffset.UTC);
    }

    private VendorFailure failure(FailedAnswer answer) {
        return switch (answer.status()) {
            case 401 -> new VendorFailure.InvalidKey("Pairly does not know this key, or not any more.");
            case 403 -> new VendorFailure.NotAllowed("The key lacks Pairly's permission \"usage\".");
            case 429 ->
                new VendorFailure.RateLimited(
                        "Pairly has been asked too often.",
                        new RetryAfter(web.clock()).of(answer, Duration.ofMinutes(1)));
            default -> answer.unexplained("Pairly");
        };
    }

    private record Row(Label member, Label model, Measures measures) {

        static Row of(JsonFields row) {
            var input = row.count("input_tokens");
            var cents = row.decimal("cost_cents");
            var measures = Measures.NONE
                    .withRequests(RequestCount.of(row.count("requests"), RequestBasis.REQUESTS))
                    .withTokens(TokenCount.ofKinds(input, row.count("output_tokens"), Count.UNKNOWN, Count.UNKNOWN))
                    .withCost(cents.map(Row::billed).orElse(Cost.UNKNOWN));
            return new Row(row.label("member"), row.label("model"), measures);
        }

        private static Cost billed(BigDecimal cents) {
            return Cost.ofDollars(cents.movePointLeft(2), CostBasis.BILLED);
        }
    }

    private record Access(PairlyUsage pairly, VendorCalls calls, VendorAccount account) implements VendorAccess {

        @Override
        public String reach() {
            var person = account.scope().account();
            return "Pairly usage of " + (person.isEmpty() ? "the whole team." : person + ".");
        }

        @Override
        public String hintIfEmpty() {
            return "Pairly answers, but with no usage on any day. Is the key that of the right team?";
        }

        @Override
        public List<DateRange> windows(DateRange wanted) {
            var remembered = DateRange.lastDays(90, pairly.today());
            return DayWindows.latestFirst(wanted, 1, pairly.today()).stream()
                    .filter(day -> remembered.contains(day.from()))
                    .toList();
        }

        @Override
        public List<UsageDay> fetch(DateRange window) {
            var day = window.from();
            var book = new DayBook(window);
            Pages.all(name -> {
                var page = page(day, name);
                for (var row : page.rows()) {
                    book.add(day, row.measures());
                    book.addPart(day, Dimension.MEMBER, row.member(), row.measures());
                    book.addPart(day, Dimension.MODEL, row.model(), row.measures());
                }
                return page.others().text("next_page");
            });
            return book.days();
        }

        @Override
        public Instant settles(LocalDate day) {
            return day.plusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        JsonRows<Row> page(LocalDate day, Optional<String> name) {
            var url = pairly.base.newBuilder().addPathSegments("v1/usage").addQueryParameter("day", day.toString());
            if (!account.scope().account().isEmpty()) {
                url.addQueryParameter("member", account.scope().account());
            }
            name.ifPresent(next -> url.addQueryParameter("page", next));
            var request = new Request.Builder()
                    .url(url.build())
                    .header("Authorization", "Bearer " + account.key().reveal());
            return calls.send(request.build(), answer -> VendorJson.allRows(answer, "rows", Row::of));
        }
    }
}
