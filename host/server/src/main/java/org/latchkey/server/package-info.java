/**
 * The ready-to-run host: Jetty, a command line and a demonstration; the reference for embedding.
 *
 * <p>Everything is kept in a database: an embedded one in the data folder, or PostgreSQL or
 * MariaDB.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.server;
