/**
 * Snom's phones: desk phones of the D family and their forerunners, DECT bases of the M series, and
 * the conference phones of the C family with their sisters. Name {@link
 * org.latchkey.brand.snom.SnomBrand} when you build the gate; everything else here is its own.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.brand.snom;
