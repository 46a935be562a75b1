/**
 * Cisco's phones and adapters with a flat profile: Multiplatform Phones, PhoneOS, SPA 3xx and 5xx,
 * SPA1xx and ATA 19x. Name {@link org.latchkey.brand.cisco.CiscoBrand} when you build the gate;
 * everything else here is its own.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.brand.cisco;
