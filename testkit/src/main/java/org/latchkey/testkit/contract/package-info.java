/**
 * What every store and every brand must do, as JUnit 5 suites: an implementation's test extends one
 * and adds set-up only. Needs {@code junit-jupiter} and {@code assertj-core} on the test class
 * path.
 */
@NullMarked
package org.latchkey.testkit.contract;

import org.jspecify.annotations.NullMarked;
