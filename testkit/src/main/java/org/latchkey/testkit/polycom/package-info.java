/**
 * A simulated Polycom or Poly desk phone, written from the vendor's guides and field traces alone:
 * it looks for its master file, keeps what it is told in flash, restarts, and can be cut off at any
 * point.
 *
 * <p>Start at {@link org.latchkey.testkit.polycom.PolycomPhone}. Nothing here is shared with the
 * library under test.
 */
@NullMarked
package org.latchkey.testkit.polycom;

import org.jspecify.annotations.NullMarked;
