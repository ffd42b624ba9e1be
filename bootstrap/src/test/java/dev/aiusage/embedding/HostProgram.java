package dev.aiusage.embedding;

import dev.aiusage.AiUsage;
import dev.aiusage.domain.user.UserId;
import dev.aiusage.testing.Transcript;

/** The smallest host there is. */
final class HostProgram {

    private HostProgram() {}

    public static void main(String[] arguments) {
        try (var usage = AiUsage.builder().inMemory().build()) {
            var host = new Host(usage, UserId.LOCAL);
            host.bring(Transcript.recent("host", 7));
            System.out.println("interactions " + host.dashboard().totalInteractions());
        }
    }
}
