package dev.aiusage;

import dev.aiusage.application.screenshots.ConfirmScreenshot;
import dev.aiusage.application.screenshots.DiscardScreenshot;
import dev.aiusage.application.screenshots.ReadScreenshot;

/** What users do with pictures of usage: have one read, look it over, and confirm or discard what was read. */
public record ScreenshotUseCases(ReadScreenshot read, ConfirmScreenshot confirm, DiscardScreenshot discard) {}
