/** Fanvil's phones, as a brand that is written outside of Latchkey. */
@org.jspecify.annotations.NullMarked
package org.latchkey.example.fanvil;
