package dev.aiusage.providers.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiusage.domain.pricing.PriceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** The list prices of models that this service knows: a file that names its source and its date. */
public final class ListPrices {

    private static final String FILE = "model-prices.json";

    private ListPrices() {}

    public static PriceTable load() {
        try (var file = ListPrices.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the price table is missing: " + FILE);
            }
            return read(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the price table can't be read: " + FILE, unreadable);
        }
    }

    private static PriceTable read(byte[] file) throws IOException {
        return new ObjectMapper().readValue(file, PriceFile.class).table(hashOf(file));
    }

    private static String hashOf(byte[] file) {
        var crc = new CRC32();
        crc.update(file);
        return Long.toHexString(crc.getValue());
    }
}
