/**
 * A simulated Yealink desk phone or DECT base, written from the vendor's guides and field traces
 * alone: it boots, asks for its files, keeps what it is told, and can be cut off at any point.
 *
 * <p>Start at {@link org.latchkey.testkit.yealink.YealinkPhone}. Nothing here is shared with the
 * library under test.
 */
@NullMarked
package org.latchkey.testkit.yealink;

import org.jspecify.annotations.NullMarked;
