package org.latchkey.admin;

import java.time.Instant;

/**
 * A file that a phone has sent, as management lists it.
 *
 * @param name its name
 * @param at when it was sent
 * @param size its length in bytes
 * @since 1.0
 */
public record UploadView(String name, Instant at, int size) {}
