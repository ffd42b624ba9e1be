package dev.aiusage.application.importing;

import dev.aiusage.domain.device.DeviceName;
import dev.aiusage.domain.integration.Scope;
import dev.aiusage.domain.integration.Tool;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What whoever brings a file says about it: what the file leaves open, or which part of it is meant. */
public final class ImportHints {

    public static final ImportHints NONE = new ImportHints(null, "", DeviceName.NONE);

    private final @Nullable Tool tool;
    private final String account;
    private final DeviceName device;

    private ImportHints(@Nullable Tool tool, String account, DeviceName device) {
        this.tool = tool;
        this.account = account;
        this.device = device;
    }

    /** Rows that name no tool are of this one. */
    public ImportHints withTool(Tool named) {
        return new ImportHints(named, account, device);
    }

    /**
     * Only this account's rows (an e-mail, a login) are meant; rows that name nobody are this account's. Rows match in any case,
     * so that two spellings are one account.
     *
     * @throws IllegalArgumentException if it can't be one: longer than a {@link Scope} takes, or not storable
     */
    public ImportHints withAccount(String named) {
        var account = Scope.EVERYTHING
                .narrowedTo(named.strip().toLowerCase(Locale.ROOT))
                .account();
        return new ImportHints(tool, account, device);
    }

    /** The logs come from this machine. */
    public ImportHints withDevice(DeviceName named) {
        return new ImportHints(tool, account, named);
    }

    public Optional<Tool> tool() {
        return Optional.ofNullable(tool);
    }

    /** In small letters; empty if everybody's rows are meant. */
    public String account() {
        return account;
    }

    /** {@link DeviceName#NONE} if nobody said which. */
    public DeviceName device() {
        return device;
    }

    /** Whether a row is meant that is this account's; an empty text is nobody's. */
    public boolean mean(String rowAccount) {
        return account.isEmpty() || rowAccount.isEmpty() || account.equalsIgnoreCase(rowAccount);
    }

    Scope scope() {
        return Scope.EVERYTHING.narrowedTo(account);
    }
}
