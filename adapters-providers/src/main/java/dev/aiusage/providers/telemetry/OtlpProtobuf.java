package dev.aiusage.providers.telemetry;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import dev.aiusage.application.RequestRejected;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the binary encoding. */
final class OtlpProtobuf {

    /** As deep as the library itself goes. */
    private static final int DEEPEST = 100;

    /** Of a packed number, which is kept in eight bytes however few it came in; a part is taken to be worth ten of them. */
    private static final int PACKED_IN_A_PART = 10;

    private final CodedInputStream in;
    private final PartBudget budget = new PartBudget();

    private OtlpProtobuf(byte[] bytes) {
        in = CodedInputStream.newInstance(bytes);
    }

    static void read(byte[] bytes, Message.Builder into) {
        try {
            new OtlpProtobuf(bytes).count(into.getDescriptorForType(), 0);
            into.mergeFrom(bytes);
        } catch (InvalidProtocolBufferException malformed) {
            throw malformed();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    /** Looks through all that will become objects before any of it does, also where it is only kept because nobody knows it. */
    private void count(Descriptor type, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new RequestRejected.Malformed("body", "is nested too deeply");
        }
        for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
            var field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            var form = WireFormat.getTagWireType(tag);
            if (form == WireFormat.WIRETYPE_START_GROUP) {
                throw malformed();
            }
            if (form == WireFormat.WIRETYPE_LENGTH_DELIMITED && field != null) {
                count(field, depth);
            } else {
                budget.spend(isInPlace(field, form) ? 0 : 1);
                in.skipField(tag);
            }
        }
    }

    private void count(FieldDescriptor field, int depth) throws IOException {
        var length = in.readRawVarint32();
        var isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
        budget.spend(isMessage || !field.isPackable() ? 1 : Math.max(0, length) / PACKED_IN_A_PART);
        if (isMessage) {
            var outer = in.pushLimit(length);
            count(field.getMessageType(), depth + 1);
            if (!in.isAtEnd()) {
                throw malformed();
            }
            in.popLimit(outer);
        } else {
            in.skipRawBytes(length);
        }
    }

    private static boolean isInPlace(@Nullable FieldDescriptor field, int form) {
        return field != null
                && !field.isRepeated()
                && form == field.getLiteType().getWireType();
    }

    private static RequestRejected.Malformed malformed() {
        return new RequestRejected.Malformed("body", "is no protobuf of this kind, or was cut off");
    }
}
