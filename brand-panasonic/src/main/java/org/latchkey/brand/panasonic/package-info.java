/**
 * Panasonic's SIP phones and DECT bases: KX-UT, KX-HDV, KX-TGP, KX-UDS and KX-UTG. Name {@link
 * org.latchkey.brand.panasonic.PanasonicBrand} when you build the gate; everything else here is its
 * own.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.brand.panasonic;
