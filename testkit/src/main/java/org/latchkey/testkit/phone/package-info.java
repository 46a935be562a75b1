/**
 * What the simulators of all phone brands share: an HTTP client over plain sockets that can be cut
 * off at any byte, answers to Basic and Digest challenges, faults, and the report of a round.
 *
 * <p>Nothing here is shared with the library under test, so that one mistake cannot hide the other.
 */
@NullMarked
package org.latchkey.testkit.phone;

import org.jspecify.annotations.NullMarked;
