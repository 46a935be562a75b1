/**
 * Yealink's SIP phones: T, CP, VP, AX and W series. Name {@link
 * org.latchkey.brand.yealink.YealinkBrand} when you build the gate; everything else here is its
 * own.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.brand.yealink;
