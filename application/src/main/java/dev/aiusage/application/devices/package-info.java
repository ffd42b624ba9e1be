/**
 * The machines that a user's logs came from: listed, renamed and removed. A device has the events that it was the first to
 * bring; removing it takes them out and begins a new history, so that whoever else has them brings them again.
 */
@NullMarked
package dev.aiusage.application.devices;

import org.jspecify.annotations.NullMarked;
