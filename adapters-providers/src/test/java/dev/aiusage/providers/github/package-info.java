/** Tests of GitHub's client against local servers, with answers written for them in the documented shapes. */
@NullMarked
package dev.aiusage.providers.github;

import org.jspecify.annotations.NullMarked;
