package dev.aiusage.application.syncing;

import dev.aiusage.domain.time.DateRange;
import dev.aiusage.domain.usage.UsageDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a vendor can be asked for with one key. Windows may be fetched by several threads at once. */
public interface VendorAccess {

    /** What the key sees, for its user: "Claude Code usage of the organization Acme". */
    String reach();

    /** What may be the reason, and what to do, if the vendor has no usage for any day. */
    String hintIfEmpty();

    /**
     * Cuts wanted UTC days into pieces that the vendor answers at once, in the order to ask for them. Days that it does not know
     * any more, or not yet, are in none; a piece may reach beyond the wanted days where the vendor answers no less.
     */
    List<DateRange> windows(DateRange wanted);

    /**
     * The usage of one of these pieces, with its breakdowns. A day that is not among them had none.
     *
     * @throws VendorFailure if not all of it could be had; nothing of the window counts then
     */
    List<UsageDay> fetch(DateRange window);

    /** From when on the vendor does not change this day any more. */
    Instant settles(LocalDate day);
}
