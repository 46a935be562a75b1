/**
 * Simulated Snom phones, written from the vendor's pages and field traces alone: desk phones of the
 * D family and the 7xx, DECT bases of the M series, and conference phones of the C family.
 *
 * <p>Start at {@link org.latchkey.testkit.snom.SnomPhone}. Nothing here is shared with the library
 * under test.
 */
@NullMarked
package org.latchkey.testkit.snom;

import org.jspecify.annotations.NullMarked;
