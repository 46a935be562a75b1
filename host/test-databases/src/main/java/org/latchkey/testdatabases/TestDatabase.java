package org.latchkey.testdatabases;

/**
 * An empty database.
 *
 * @param url its JDBC URL
 * @param user a user who may make tables in it
 * @param password that user's password
 * @since 1.0
 */
public record TestDatabase(String url, String user, String password) {}
