package dev.aiusage.providers.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/** Writes JSON on one line as no tool does but any may: keys in any order, spaces anywhere, characters escaped or not. */
final class LooseJson {

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private LooseJson(Random random) {
        this.random = random;
    }

    static String write(JsonNode node, Random random) {
        var json = new LooseJson(random);
        json.write(node);
        return json.text.toString();
    }

    private void write(JsonNode node) {
        if (node.isObject()) {
            writeObject(node);
        } else if (node.isArray()) {
            writeArray(node);
        } else if (node.isTextual()) {
            writeText(node.textValue());
        } else {
            text.append(node);
        }
    }

    private void writeObject(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, random);
        text.append('{');
        for (var i = 0; i < names.size(); i++) {
            space();
            writeText(names.get(i));
            space();
            text.append(':');
            space();
            write(node.get(names.get(i)));
            text.append(i + 1 < names.size() ? "," : "");
        }
        space();
        text.append('}');
    }

    private void writeArray(JsonNode node) {
        text.append('[');
        for (var i = 0; i < node.size(); i++) {
            space();
            write(node.get(i));
            text.append(i + 1 < node.size() ? "," : "");
        }
        text.append(']');
    }

    private void writeText(String value) {
        text.append('"');
        for (var i = 0; i < value.length(); i++) {
            writeCharacter(value.charAt(i));
        }
        text.append('"');
    }

    private void writeCharacter(char character) {
        if (character == '\n' && random.nextBoolean()) {
            text.append("\\n");
        } else if (character == '"' || character == '\\') {
            text.append('\\').append(character);
        } else if (character < ' ' || Character.isSurrogate(character) || random.nextInt(40) == 0) {
            text.append(String.format("\\u%04x", (int) character));
        } else {
            text.append(character);
        }
    }

    private void space() {
        if (random.nextInt(4) == 0) {
            text.append(random.nextBoolean() ? " " : "\t ");
        }
    }
}
