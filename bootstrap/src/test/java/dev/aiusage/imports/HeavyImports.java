package dev.aiusage.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Brings every format files that would fill the memory of this process, and prints what was wrong with how each was taken. */
final class HeavyImports {

    private static final int BLOCK = 64 << 20;
    private static final int BLOCKS = 160;

    private HeavyImports() {}

    public static void main(String[] arguments) throws IOException {
        var block = packed(new byte[BLOCK]);
        for (var sample : SampleFile.all()) {
            for (var hostile : HostileFile.heavy()) {
                Verdict.on(sample, hostile)
                        .forEach(
                                complaint -> System.out.println("WRONG " + sample + ", " + hostile + ": " + complaint));
            }
            bomb(sample, block);
            System.out.println("done " + sample);
        }
    }

    /** Ten gigabytes of zeros behind a good beginning, in a file of ten megabytes. */
    private static void bomb(SampleFile sample, byte[] block) throws IOException {
        var beginning = packed(sample.of(SampleFile.Row.good(1)).getBytes(StandardCharsets.UTF_8));
        try (var service = new Importer()) {
            var behind = service.bring("auto", () -> zeros(beginning, block));
            if (!behind.isRefused() && behind.rowsRejected() == 0) {
                System.out.println("WRONG " + sample + ", a bomb behind a good beginning: " + behind);
            }
            System.out.println(sample + ": " + behind.refusal());
        }
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packer = new GZIPOutputStream(packed)) {
            packer.write(content);
        }
        return packed.toByteArray();
    }

    private static InputStream zeros(byte[] beginning, byte[] block) {
        return new SequenceInputStream(new ByteArrayInputStream(beginning), new MadeStream(BLOCKS, piece -> block));
    }
}
