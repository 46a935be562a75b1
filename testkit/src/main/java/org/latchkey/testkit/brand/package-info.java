/**
 * What the tests of every brand need: a phone to be rendered, a gate that it asks, golden files,
 * and a reader that counts its work. Needs {@code assertj-core} on the test class path.
 */
@NullMarked
package org.latchkey.testkit.brand;

import org.jspecify.annotations.NullMarked;
