package org.latchkey.brand;

import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * What a brand says of a file name.
 *
 * @param role what the file is for
 * @param mac the MAC in the name, if the name has one
 * @since 1.0
 */
public record FileClaim(FileRole role, Optional<MacAddress> mac) {}
