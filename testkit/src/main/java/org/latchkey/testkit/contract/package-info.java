/**
 * JUnit 5 suites that a store or a brand extends with set-up only. They need JUnit and AssertJ,
 * which this module brings only to those that ask for them.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.testkit.contract;
