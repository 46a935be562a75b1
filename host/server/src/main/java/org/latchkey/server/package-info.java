/**
 * The ready-to-run host: Jetty, a command line and a demonstration; the reference for embedding.
 *
 * <p>Devices, their access and what phones send live in memory: all is gone when the process ends.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.server;
