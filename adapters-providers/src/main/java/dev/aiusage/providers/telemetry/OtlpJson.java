package dev.aiusage.providers.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.aiusage.application.RequestRejected;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the JSON encoding into the messages of the binary one, by their descriptions. OTLP's JSON is not quite protobuf's: ids are
 * hexadecimal, enums are numbers and unknown fields are to be ignored. Beyond it, names of enums and fields in snake_case are
 * understood, as some clients write them.
 */
final class OtlpJson {

    /** An attribute in an attribute is three levels deeper; this is as deep as the binary encoding goes. */
    private static final int DEEPEST = 150;

    static final int LONGEST_NUMBER = 400;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final JsonParser json;
    private final PartBudget budget = new PartBudget();
    private final Map<Descriptor, Map<String, FieldDescriptor>> fields = new HashMap<>();

    private OtlpJson(JsonParser json) {
        this.json = json;
    }

    static void read(byte[] bytes, Message.Builder into) {
        try (var json = FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new RequestRejected.Malformed("body", "must be a JSON object");
            }
            new OtlpJson(json).readObject(into);
            if (json.nextToken() != null) {
                throw new RequestRejected.Malformed("body", "goes on after its end");
            }
        } catch (StreamConstraintsException excessive) {
            throw new RequestRejected.Malformed(
                    "body", "is nested too deeply, or has a number or text that is too long");
        } catch (JsonProcessingException malformed) {
            throw new RequestRejected.Malformed("body", "is no JSON, or was cut off");
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    private void readObject(Message.Builder into) throws IOException {
        budget.spend(1);
        var known = fields.computeIfAbsent(into.getDescriptorForType(), OtlpJson::fieldsOf);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var field = known.get(json.currentName());
            var token = json.nextToken();
            if (field == null || token == JsonToken.VALUE_NULL) {
                json.skipChildren();
            } else if (field.isRepeated()) {
                readArray(field, into);
            } else {
                into.setField(field, value(field, into));
            }
        }
    }

    private void readArray(FieldDescriptor field, Message.Builder into) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw OtlpJsonScalar.wrong(json, "an array");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            budget.spend(1);
            into.addRepeatedField(field, value(field, into));
        }
    }

    private Object value(FieldDescriptor field, Message.Builder parent) throws IOException {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            return OtlpJsonScalar.of(json, field);
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw OtlpJsonScalar.wrong(json, "an object");
        }
        var message = parent.newBuilderForField(field);
        readObject(message);
        return message.build();
    }

    private static Map<String, FieldDescriptor> fieldsOf(Descriptor type) {
        var byName = new HashMap<String, FieldDescriptor>();
        for (var field : type.getFields()) {
            byName.put(field.getName(), field);
            byName.put(field.getJsonName(), field);
        }
        return byName;
    }
}
