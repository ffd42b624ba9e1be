package dev.aiusage.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The operating system account that PostgreSQL runs under: it refuses root, so root must take another one. */
record ServerAccount(List<String> prefix, OptionalInt owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    static ServerAccount choose(Path folder, Caller caller, Probe probe) {
        if (caller == Caller.ORDINARY_USER) {
            return new ServerAccount(List.of(), OptionalInt.empty());
        }
        return Stream.of(ownNamespace(), nobodyWith("dac_read_search"), nobodyWith("dac_override"))
                .filter(account -> probe.succeeds(account.command(List.of("test", "-x", folder.toString()))))
                .findFirst()
                .orElseThrow(EmbeddedFailure.RootRefused::new);
    }

    List<String> command(List<String> program) {
        return Stream.concat(prefix.stream(), program.stream()).toList();
    }

    /** Hands a folder over to this account, which may have been another one when the home was last used. */
    void own(Path folder) {
        if (owner.isEmpty()) {
            return;
        }
        try {
            if (!Files.getAttribute(folder, "unix:uid").equals(owner.getAsInt())) {
                Folders.changeOwner(folder, owner.getAsInt(), owner.getAsInt());
            }
        } catch (IOException unusable) {
            throw new EmbeddedFailure.HomeUnusable(folder, unusable);
        }
    }

    // In a namespace of its own the process is root no more, but still owns what root owns.
    private static ServerAccount ownNamespace() {
        return new ServerAccount(List.of("unshare", "-U"), OptionalInt.of(ROOT));
    }

    // The home, perhaps below /root, is closed to everybody: nobody needs one capability to get in. PostgreSQL asks
    // with
    // access(2) first, which honours capabilities only under no_setuid_fixup. Containers often lack the narrower one.
    private static ServerAccount nobodyWith(String capability) {
        String only = "-all,+" + capability;
        return new ServerAccount(
                List.of(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "--no-new-privs",
                        "--securebits=+no_setuid_fixup",
                        "--inh-caps=" + only,
                        "--ambient-caps=" + only,
                        "--bounding-set=" + only),
                OptionalInt.of(NOBODY));
    }

    enum Caller {
        ROOT,
        ORDINARY_USER;

        static Caller current() {
            return isRoot() ? ROOT : ORDINARY_USER;
        }

        private static boolean isRoot() {
            try {
                return OwnerOnly.POSIX
                        && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ServerAccount.ROOT);
            } catch (IOException noSuchFileSystem) {
                return System.getProperty("user.name", "").equals("root");
            }
        }
    }

    /** Tells whether a command works here; asking beats reading the many settings that could forbid it. */
    interface Probe {
        boolean succeeds(List<String> command);
    }
}
