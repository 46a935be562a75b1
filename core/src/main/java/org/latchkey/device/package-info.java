/**
 * What Latchkey knows of one phone: its MAC, its owner, its lines and keys. Values only; who may
 * read them is decided in {@code org.latchkey.pass}.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.device;
