/**
 * A durable store on a {@link javax.sql.DataSource}: H2, PostgreSQL or MariaDB.
 *
 * <p>{@link org.latchkey.store.jdbc.JdbcStores} is everything; {@link
 * org.latchkey.store.jdbc.JdbcCredentialStore} alone is enough beside a host's own inventory. The
 * tables are made by the host with the scripts that {@link org.latchkey.store.jdbc.Schema} names;
 * nothing here changes a schema.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.store.jdbc;
