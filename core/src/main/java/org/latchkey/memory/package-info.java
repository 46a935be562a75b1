/**
 * In-memory implementations of every SPI interface: the defaults for optional ones, and what demos
 * and tests run on. They forget everything when the process ends.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.memory;
