/**
 * What the service does, one package for each capability: the use cases (driving ports and their services) and, beside the
 * one who needs them, the driven ports. Here stand only the failures that all of them share.
 */
@NullMarked
package dev.aiusage.application;

import org.jspecify.annotations.NullMarked;
