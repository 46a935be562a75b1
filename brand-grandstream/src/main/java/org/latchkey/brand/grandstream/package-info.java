/**
 * Grandstream's phones, base stations, adapters and gateways. Name {@link
 * org.latchkey.brand.grandstream.GrandstreamBrand} when you build the gate; everything else here is
 * its own.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.brand.grandstream;
