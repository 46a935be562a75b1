/**
 * What a host implements. Every method may throw unchecked exceptions, which Latchkey treats as an
 * outage; none takes or returns {@code null}.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.spi;
