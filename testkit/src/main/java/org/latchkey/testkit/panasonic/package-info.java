/**
 * A simulated Panasonic desk phone or DECT base, written from the vendor's guides and from what
 * other provisioners do for these phones, alone: it looks for a bootstrap address, asks for its
 * files, keeps what it is told, and can be cut off at any point.
 *
 * <p>Start at {@link org.latchkey.testkit.panasonic.PanasonicPhone}. Nothing here is shared with
 * the library under test.
 */
@NullMarked
package org.latchkey.testkit.panasonic;

import org.jspecify.annotations.NullMarked;
