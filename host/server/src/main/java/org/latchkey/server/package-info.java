/**
 * The ready-to-run host: Jetty, a command line and a demonstration; the reference for embedding.
 *
 * <p>Devices and their access live in memory: they are gone when the process ends.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.server;
