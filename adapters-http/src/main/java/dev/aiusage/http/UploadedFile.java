package dev.aiusage.http;

import java.io.InputStream;

/** A file while it arrives. */
record UploadedFile(String name, InputStream bytes) {}
