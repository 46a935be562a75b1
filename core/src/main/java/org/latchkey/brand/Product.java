package org.latchkey.brand;

import java.util.Optional;
import org.latchkey.device.MacAddress;

/**
 * What a phone says of itself in its {@code User-Agent} header. No proof of anything: any client
 * can send it.
 *
 * @param model the model's name as the brand's catalogue spells it, where it is known there; else
 *     as the header does
 * @param firmware the version as the header spells it
 * @param mac the MAC, if the header names it
 * @param mainApplication whether it is the phone's main application that asks, rather than its boot
 *     loader or updater
 * @since 1.0
 */
public record Product(
    String model, String firmware, Optional<MacAddress> mac, boolean mainApplication) {}
