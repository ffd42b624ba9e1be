/**
 * The HTTP interface: routes, JSON views and the web page, over the use cases of the application.
 * Nothing of Javalin leaves this package, and no domain object is serialised: what clients see is decided here.
 */
@NullMarked
package dev.aiusage.http;

import org.jspecify.annotations.NullMarked;
