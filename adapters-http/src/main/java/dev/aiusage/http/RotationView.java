package dev.aiusage.http;

import dev.aiusage.application.rotation.RotationReport;

record RotationView(String newest, long rewrapped, long alreadyCurrent, long unreadable) {

    static RotationView of(RotationReport report) {
        return new RotationView(
                report.newest().text(), report.rewrapped(), report.alreadyCurrent(), report.unreadable());
    }
}
