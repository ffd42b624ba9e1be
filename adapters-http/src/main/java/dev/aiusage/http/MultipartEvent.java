package dev.aiusage.http;

import java.nio.ByteBuffer;

/** What a form brings, in order: for each part its name, then pieces of its content; in the end the end. */
sealed interface MultipartEvent {

    record Part(PartName name) implements MultipartEvent {}

    record Piece(ByteBuffer bytes) implements MultipartEvent {}

    record End() implements MultipartEvent {}
}
