/**
 * A simulated Grandstream phone or adapter, written from the vendor's guides, a public firmware
 * dump and working provisioners alone: it asks for one file after the other, takes each over at
 * once, restarts, and can be cut off at any point.
 *
 * <p>Start at {@link org.latchkey.testkit.grandstream.GrandstreamPhone}. Nothing here is shared
 * with the library under test.
 */
@NullMarked
package org.latchkey.testkit.grandstream;

import org.jspecify.annotations.NullMarked;
