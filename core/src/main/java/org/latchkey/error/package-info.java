/**
 * The one unchecked root of everything that Latchkey throws, and its few leaves. Nothing here
 * carries a secret.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.error;
