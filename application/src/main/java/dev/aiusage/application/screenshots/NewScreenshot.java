package dev.aiusage.application.screenshots;

import dev.aiusage.domain.integration.Tool;
import dev.aiusage.domain.user.UserId;
import java.util.Optional;

/**
 * A picture to be read.
 *
 * @param tool the one that it is of, if its owner says so; else the picture may tell
 */
public record NewScreenshot(UserId user, Picture picture, Optional<Tool> tool) {}
