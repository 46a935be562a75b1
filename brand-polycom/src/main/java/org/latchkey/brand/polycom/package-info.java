/**
 * Polycom's and Poly's SIP phones: SoundPoint IP, SoundStation IP, VVX, Trio, CCX and Edge E. Name
 * {@link org.latchkey.brand.polycom.PolycomBrand} when you build the gate; everything else here is
 * its own.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.brand.polycom;
