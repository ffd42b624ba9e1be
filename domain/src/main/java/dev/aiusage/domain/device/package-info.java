/**
 * The machines that logs come from. A machine is who it says it is: one that was set up anew under its old name goes on where it
 * ended, and nothing of the machine but that name is known here.
 */
@NullMarked
package dev.aiusage.domain.device;

import org.jspecify.annotations.NullMarked;
